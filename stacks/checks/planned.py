"""What the plan refuses is refused before anything is created: no room, no budget, no quota."""

from collections.abc import Iterator
from datetime import UTC, datetime

from planning.findings.all import findings
from planning.plan import plan
from stacks.checks.node_fit import node_fit
from stacks.checks.references import references
from stacks.config import StackConfig
from stacks.problem import Problem


def planned(config: StackConfig) -> Iterator[Problem]:
    """Nothing while the references are wrong or a replica is larger than a node: said elsewhere."""
    if any(references(config)) or any(node_fit(config)):
        return
    today = datetime.now(UTC).date()
    for finding in findings(plan(config), today):
        if finding.level == "refusal":
            yield Problem(tuple(finding.about.split(".")), finding.what, finding.mend)
