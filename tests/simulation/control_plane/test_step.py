import threading
import time

import pytest

from simulation.control_plane.step import Step, run_all


def test_a_step_runs_after_what_it_needs() -> None:
    done: list[str] = []
    steps = [
        Step("c", lambda: done.append("c"), after=("b",)),
        Step("b", lambda: done.append("b"), after=("a",)),
        Step("a", lambda: done.append("a")),
    ]

    run_all(steps)

    assert done == ["a", "b", "c"]


def test_steps_that_need_nothing_of_each_other_run_at_once() -> None:
    meeting = threading.Barrier(2, timeout=5)

    run_all([Step("a", meeting.wait), Step("b", meeting.wait)])


def fail() -> None:
    raise RuntimeError("etcd did not start")


def test_a_failure_reaches_the_caller_and_what_needed_it_is_left_out() -> None:
    done: list[str] = []

    with pytest.raises(RuntimeError, match="etcd did not start"):
        run_all([Step("a", fail), Step("b", lambda: done.append("b"), after=("a",))])

    assert done == []


def test_a_failure_does_not_wait_for_slow_steps() -> None:
    forever = threading.Event()
    began = time.monotonic()

    with pytest.raises(RuntimeError, match="etcd did not start"):
        run_all([Step("slow", lambda: forever.wait(30)), Step("a", fail)])

    assert time.monotonic() - began < 5


def test_refuses_a_step_that_waits_for_nobody() -> None:
    with pytest.raises(ValueError, match="no such step: etdc"):
        run_all([Step("a", fail, after=("etdc",))])
