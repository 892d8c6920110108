"""What to know about queues: models and jobs that ask for more than theirs may have."""

from collections.abc import Iterator

from planning.findings.finding import Finding
from planning.plan import Plan
from planning.queues import QueueShare, queue_shares


def queues(plan: Plan) -> Iterator[Finding]:
    """Refused are models that wait for ever; jobs wait in a full queue until it is their turn."""
    for share in queue_shares(plan):
        limit = share.at_most
        if share.models["minimum"] > limit:
            yield _exceeded(share, share.models["minimum"], "its models", "minimum", refused=True)
        elif share.asked("maximum") > limit:
            who = "its models" if share.models["maximum"] > limit else "its models and jobs"
            yield _exceeded(share, share.asked("maximum"), who, "maximum", refused=False)


def _exceeded(share: QueueShare, asked: int, who: str, scale: str, *, refused: bool) -> Finding:
    return Finding(
        level="refusal" if refused else "warning",
        rule="queue-capability-exceeded",
        about=f"queues.{share.name}",
        what=f"{who} ask for {asked} GPUs at {scale} scale, it may have {share.at_most:g}",
        mend="raise its capability, lower somebody's guarantee, or lower the replicas",
    )
