"""The rules of the plan as policies of the engine: not one of them is written here.

Waivers are the stack's own (`planning.waivers`): the same entry silences the plan and the pack.
"""

from collections.abc import Iterable
from datetime import date

from pulumi_policy import (
    EnforcementLevel,
    Policy,
    ReportViolation,
    ResourceValidationArgs,
    ResourceValidationPolicy,
    StackValidationArgs,
    StackValidationPolicy,
)

from planning.change.recorded import Resource
from planning.policy.all import RULES, STACK_RULES
from planning.policy.rule import Enforcement, Rule, StackRule
from planning.spec import Waiver
from policy.plain import plain

LEVELS: dict[Enforcement, EnforcementLevel] = {
    "mandatory": EnforcementLevel.MANDATORY,
    "advisory": EnforcementLevel.ADVISORY,
}


def policies(waivers: Iterable[Waiver], today: date) -> list[Policy]:
    """One policy for each rule; what is validly waived is not reported."""
    silent = {(w.rule, w.about) for w in waivers if today <= w.expires}
    return [
        *(_resource_policy(rule, silent) for rule in RULES),
        *(_stack_policy(rule, silent) for rule in STACK_RULES),
    ]


def _resource_policy(rule: Rule, silent: set[tuple[str, str]]) -> Policy:
    def validate(args: ResourceValidationArgs, report: ReportViolation) -> None:
        resource = Resource(
            type=args.resource_type,
            name=args.name,
            inputs=plain(args.props),
            protect=args.opts.protect,
        )
        if (rule.id, _about(resource)) not in silent:
            for what in rule.check(resource):
                report(f"{what}; {rule.mend}", args.urn)

    return ResourceValidationPolicy(
        name=rule.id,
        description=rule.why,
        validate=validate,
        enforcement_level=LEVELS[rule.enforcement],
    )


def _stack_policy(rule: StackRule, silent: set[tuple[str, str]]) -> Policy:
    def validate(args: StackValidationArgs, report: ReportViolation) -> None:
        urns = {(it.resource_type, it.name): it.urn for it in args.resources}
        found = [
            Resource(type=it.resource_type, name=it.name, inputs=plain(it.props))
            for it in args.resources
        ]
        for resource, what in rule.check(found):
            if (rule.id, _about(resource)) not in silent:
                report(f"{what}; {rule.mend}", urns[resource.type, resource.name])

    return StackValidationPolicy(
        name=rule.id,
        description=rule.why,
        validate=validate,
        enforcement_level=LEVELS[rule.enforcement],
    )


def _about(resource: Resource) -> str:
    return f"{resource.type.rpartition(':')[2]}.{resource.name}"
