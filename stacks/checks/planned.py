"""What the plan refuses is refused before anything is created: no room, no budget, no quota."""

from collections.abc import Iterator
from datetime import UTC, datetime

from planning.findings.all import findings
from planning.plan import plan
from stacks.checks.job_room import job_room
from stacks.checks.node_fit import node_fit
from stacks.checks.queue_tree import queue_tree
from stacks.checks.references import references
from stacks.config import StackConfig
from stacks.problem import Problem


def planned(config: StackConfig) -> Iterator[Problem]:
    """Nothing while names, circles of queues or sizes are wrong: that is said elsewhere."""
    if any(wrong for check in (references, node_fit, queue_tree) for wrong in check(config)):
        return
    today = datetime.now(UTC).date()
    elsewhere = {problem.path[:2] for problem in job_room(config)}
    for finding in findings(plan(config), today):
        path = tuple(finding.about.split("."))
        if finding.level == "refusal" and path[:2] not in elsewhere:
            yield Problem(path, finding.what, finding.mend)
