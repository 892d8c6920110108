"""Each promise kept and broken, on days written down by hand."""

from typing import Any

import pytest

from simulation.gameday.day import Asked, Day, Happened
from simulation.gameday.judge import Verdict, judged
from simulation.gameday.moment import Moment, PodSeen, Taken
from simulation.gameday.scenario import Promises
from tests.simulation.gameday.days import day, pod, replicas


def verdicts(seen: Day, **promised: Any) -> list[Verdict]:
    return judged(seen, Promises.model_validate({"nothing_left": None, **promised}))


def kept(seen: Day, **promised: Any) -> bool:
    found = verdicts(seen, **promised)
    assert found
    return all(one.kept for one in found)


@pytest.mark.parametrize(
    ("keeps", "worst", "holds"),
    [
        ("all", 3, True),
        ("all", 2, False),
        ("all_but_one", 2, True),
        ("all_but_one", 1, False),
        ("some", 1, True),
        ("some", 0, False),
        ("none", 0, True),
    ],
)
def test_replicas_that_stay_ready(keeps: str, worst: int, holds: bool) -> None:
    assert kept(day([3, worst, 3], {0: 3}, {1: "lose_node"}), keeps_ready=keeps) is holds


def test_some_of_a_single_replica_are_not_promised() -> None:
    assert kept(day([1, 0, 1], {0: 1}, {1: "lose_zone"}), keeps_ready="some")


def test_what_must_stay_ready_is_what_was_asked_for_before_it_grew() -> None:
    assert kept(day([2, 2, 4], {0: 2, 1: 4}, {1: "burst"}), keeps_ready="all")


@pytest.mark.parametrize(("limit", "holds"), [(2, True), (1, False)])
def test_ready_again_in_time(limit: int, holds: bool) -> None:
    seen = day([2, 1, 1, 1, 2], {0: 2}, {1: "lose_node"})

    assert kept(seen, ready_again_seconds=limit) is holds


def waiting(seconds: int, owner: str = "chat") -> Day:
    seen = day([2] * (seconds + 2), {0: 2}, {0: "burst"})
    late = pod(owner, uid="late", placed=False, answers=False)
    seen.moments[: seconds + 1] = [
        Moment(one.at, (*one.pods, late)) for one in seen.moments[: seconds + 1]
    ]
    return seen


@pytest.mark.parametrize(("limit", "holds"), [(5, True), (4, False)])
def test_a_pod_is_placed_in_time(limit: int, holds: bool) -> None:
    assert kept(waiting(5), placed_within_seconds=limit) is holds


def test_how_long_others_wait_is_not_promised() -> None:
    assert kept(waiting(5, owner="research"), placed_within_seconds=1)


@pytest.mark.parametrize(
    ("priority", "allowed", "holds"),
    [("batch", ["batch"], True), ("online", ["batch"], False), ("batch", [], False)],
)
def test_places_are_taken_of_those_who_yield(
    priority: str, allowed: list[str], holds: bool
) -> None:
    seen = day([2], {0: 2}, {0: "burst"}, taken=[Taken(0, "tuning", priority)])

    assert kept(seen, yield_only=allowed) is holds


def job_day(*workers: tuple[PodSeen, ...]) -> Day:
    return Day(
        asked=[Asked(0, {}, {"tune": 2}, frozenset())],
        happened=[Happened(0, "scale")],
        moments=[Moment(float(at), pods) for at, pods in enumerate(workers)],
    )


def team(count: int, claim: str = "kept") -> tuple[PodSeen, ...]:
    return tuple(pod("tune", uid=f"w{i}", kind="job", claims=(claim,)) for i in range(count))


@pytest.mark.parametrize(
    ("end", "holds"), [(team(2), True), (team(1), False), (team(2, "another"), False)]
)
def test_a_job_comes_back_whole_with_what_it_had_kept(
    end: tuple[PodSeen, ...], holds: bool
) -> None:
    assert kept(job_day(team(2), (), end), jobs_return=True) is holds


@pytest.mark.parametrize(
    ("pods", "holds"),
    [
        (replicas("chat", 2), True),
        (replicas("chat", 3), False),
        ((*replicas("chat", 1), pod("chat", uid="x", going=True, answers=False)), False),
        ((*replicas("chat", 2), pod("chat", uid="x", stranded=True, answers=False)), True),
    ],
    ids=["as asked", "one too many", "one still going", "one on a node that is lost"],
)
def test_nothing_is_left_over(pods: tuple[PodSeen, ...], holds: bool) -> None:
    seen = day([2], {0: 2}, {0: "burst"})
    seen.moments.append(Moment(1, pods))

    assert kept(seen, nothing_left=True) is holds


def test_an_update_that_the_engine_gave_up_is_something_left() -> None:
    seen = day([2], {0: 2}, {0: "change"}, mishaps=["the engine did not finish"])

    assert not kept(seen, nothing_left=True)


def test_what_is_not_promised_is_not_judged_and_what_broke_comes_first() -> None:
    seen = day([2, 0, 2], {0: 2}, {1: "lose_node"})
    assert verdicts(seen) == []

    found = verdicts(seen, ready_again_seconds=9, keeps_ready="all")
    assert [one.kept for one in found] == [False, True]
