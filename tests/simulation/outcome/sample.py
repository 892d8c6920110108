"""One model's outcome, where a test cares for a part of it only."""

from dataclasses import replace

from simulation.outcome.outcome import Outcome

READY = Outcome(
    name="small",
    state="Ready",
    replicas_ready=1,
    replicas_asked=1,
    gpus=1,
    node_group="t4",
    nodes=("t4-0",),
    seconds_to_ready=3,
)


def waiting(ready: int, reason: str) -> Outcome:
    """With so many replicas ready, and why it waits for more."""
    return replace(
        READY,
        state="Waiting",
        replicas_ready=ready,
        nodes=("t4-0",) * ready,
        seconds_to_ready=None,
        reason=reason,
    )
