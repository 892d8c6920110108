from math import inf

from hypothesis import given
from hypothesis import strategies as st

from simulation.gameday.recovery import recoveries
from tests.simulation.gameday.days import day


def seconds(ready: list[int], asked: dict[float, int], events: dict[float, str]) -> list[float]:
    return [took for took, _ in recoveries(day(ready, asked, events), "chat")]


def test_a_model_that_is_never_short_recovers_at_once() -> None:
    assert seconds([2, 2, 2], {0: 2}, {0: "lose_node"}) == [0]


def test_recovery_lasts_until_the_last_moment_that_was_short() -> None:
    assert seconds([2, 1, 1, 2, 2], {0: 2}, {1: "lose_node"}) == [1]


def test_a_model_that_is_short_at_the_end_never_recovers() -> None:
    assert seconds([2, 1, 2, 1], {0: 2}, {1: "lose_node"}) == [inf]


def test_more_replicas_than_before_are_missed_from_the_moment_they_are_asked_for() -> None:
    assert seconds([2, 2, 2, 4], {0: 2, 1: 4}, {1: "burst"}) == [1]


def test_an_event_before_recovery_adds_to_it() -> None:
    assert seconds([2, 1, 1, 1, 2], {0: 2}, {1: "kill", 2: "burst"}) == [2]


def test_each_event_is_judged_by_itself_where_there_was_peace_between() -> None:
    assert seconds([2, 1, 2, 2, 1, 1, 2], {0: 2}, {1: "kill", 4: "burst"}) == [0, 1]


@given(st.lists(st.integers(0, 3), min_size=2, max_size=12))
def test_recovery_is_infinite_exactly_where_the_end_is_short(ready: list[int]) -> None:
    took = seconds(ready, {0: 2}, {0: "lose_node"})

    assert (took == [inf]) == (ready[-1] < 2)
