"""Every rule; where they are listed once, for the plan and for the pack."""

from planning.policy import exposure, pods, priorities, protection, versions
from planning.policy.rule import Rule, StackRule

RULES: tuple[Rule, ...] = (
    *(*versions.RULES, *exposure.RULES, *protection.RULES),
    *(*pods.RULES, *priorities.RULES),
)
STACK_RULES: tuple[StackRule, ...] = (
    *(*protection.STACK_RULES, *pods.STACK_RULES, *priorities.STACK_RULES),
)
