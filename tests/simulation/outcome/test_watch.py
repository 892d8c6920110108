"""Waiting ends when all has settled, or when nothing moves any more."""

from collections.abc import Sequence

from simulation.outcome.outcome import Outcome
from simulation.outcome.watch import Patience, settled
from tests.simulation.outcome.sample import READY, waiting

AT_ONCE = Patience(seconds=5, still_seconds=0, pause=0)


def test_every_change_is_told_once_and_the_last_look_is_returned() -> None:
    looks = [[waiting(0, "waits")], [waiting(0, "waits")], [waiting(1, "waits")], [READY]]
    told: list[Sequence[Outcome]] = []

    last = settled(lambda: looks.pop(0), told.append, Patience(seconds=5, pause=0))

    assert last == [READY]
    assert told == [[waiting(0, "waits")], [waiting(1, "waits")], [READY]]


def test_a_model_that_never_moves_is_not_waited_for_for_ever() -> None:
    assert settled(lambda: [waiting(0, "no node")], lambda _: None, AT_ONCE) == [
        waiting(0, "no node")
    ]


def test_patience_ends_even_while_things_still_change() -> None:
    ready = iter(range(1_000_000))
    last = settled(
        lambda: [waiting(next(ready), "still coming")],
        lambda _: None,
        Patience(seconds=0.05, pause=0),
    )

    assert last[0].reason == "still coming"
