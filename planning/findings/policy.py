"""What the rules say of the recorded resources: mandatory ones refuse, the others warn."""

from collections.abc import Iterable, Iterator

from planning.change.recorded import Resource
from planning.findings.finding import Finding
from planning.policy.all import RULES, STACK_RULES
from planning.policy.rule import Rule, StackRule


def policy(resources: Iterable[Resource]) -> Iterator[Finding]:
    """One finding for each violation."""
    found = list(resources)
    for rule in RULES:
        for resource in found:
            for what in rule.check(resource):
                yield _finding(rule, resource, what)
    for stack_rule in STACK_RULES:
        for resource, what in stack_rule.check(found):
            yield _finding(stack_rule, resource, what)


def _finding(rule: Rule | StackRule, resource: Resource, what: str) -> Finding:
    return Finding(
        level="refusal" if rule.enforcement == "mandatory" else "warning",
        rule=rule.id,
        about=f"{resource.type.rpartition(':')[2]}.{resource.name}",
        what=f"{what}; {rule.why}",
        mend=rule.mend,
    )
