"""Waiting ends when all has settled, or when nothing moves any more."""

from collections.abc import Sequence

from simulation.outcome.outcome import Outcome
from simulation.outcome.watch import Patience, settled

AT_ONCE = Patience(seconds=5, still_seconds=0, pause=0)


def seen(ready: int, reason: str) -> Outcome:
    return Outcome(
        name="m",
        state="Waiting" if reason else "Ready",
        replicas_ready=ready,
        replicas_asked=2,
        gpus=2,
        node_group="t4",
        nodes=(),
        seconds_to_ready=None,
        reason=reason,
    )


def test_every_change_is_told_once_and_the_last_look_is_returned() -> None:
    looks = [[seen(0, "waits")], [seen(0, "waits")], [seen(1, "waits")], [seen(2, "")]]
    told: list[Sequence[Outcome]] = []

    last = settled(lambda: looks.pop(0), told.append, Patience(seconds=5, pause=0))

    assert last == [seen(2, "")]
    assert told == [[seen(0, "waits")], [seen(1, "waits")], [seen(2, "")]]


def test_a_model_that_never_moves_is_not_waited_for_for_ever() -> None:
    assert settled(lambda: [seen(0, "no node")], lambda _: None, AT_ONCE) == [seen(0, "no node")]


def test_patience_ends_even_while_things_still_change() -> None:
    ready = iter(range(1_000_000))
    last = settled(
        lambda: [seen(next(ready), "still coming")], lambda _: None, Patience(seconds=0.05, pause=0)
    )

    assert last[0].reason == "still coming"
