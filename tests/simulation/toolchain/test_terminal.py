import io
import time
from collections.abc import Callable

from rich.console import Console

from simulation.toolchain.progress import Progress
from simulation.toolchain.terminal import Bars, Lines, shown


def a_build(progress: Progress) -> None:
    progress.started("cluster", ("etcd", "kwok"), 200)
    progress.step("cluster", 0, 0, "downloading")
    progress.step("cluster", 10, 100, "k8s.io/api/core/v1")


def until(shown: Callable[[], bool]) -> None:
    """Wait for the screen, which is drawn ten times a second."""
    deadline = time.monotonic() + 30
    while not shown():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def test_a_log_says_what_is_built_and_how_long_it_takes() -> None:
    log = io.StringIO()
    lines = Lines(log)

    a_build(lines)
    lines.finished("cluster", 61.2)

    assert log.getvalue().splitlines() == [
        "building etcd, kwok: 3 min 20 s where nothing is cached",
        "cluster: built in 1 min 01 s",
    ]


def test_a_log_says_now_and_then_how_far_it_is() -> None:
    now = 0.0
    log = io.StringIO()
    lines = Lines(log, clock=lambda: now)
    lines.started("cluster", ("etcd",), 30)

    for now in (5.0, 25.0, 30.0, 50.0):
        lines.step("cluster", int(now), 100, "k8s.io/api/core/v1")

    assert log.getvalue().splitlines()[1:] == [
        "cluster: 25 of at most 100 packages, now k8s.io/api/core/v1, after 25 s",
        "cluster: 50 of at most 100 packages, now k8s.io/api/core/v1, after 50 s",
    ]


def test_a_terminal_shows_how_many_packages_are_done() -> None:
    screen = io.StringIO()
    bars = Bars(Console(file=screen, force_terminal=True, width=120))

    a_build(bars)
    until(lambda: "10/100 packages" in screen.getvalue())
    bars.finished("cluster", 12)

    assert "cluster: built in 12 s" in screen.getvalue()


def test_a_terminal_shows_why_a_build_failed() -> None:
    screen = io.StringIO()
    bars = Bars(Console(file=screen, force_terminal=True, width=120))

    a_build(bars)
    bars.failed("cluster", "undefined: sense [v1]")

    assert "undefined: sense [v1]" in screen.getvalue()


def test_a_stream_that_is_no_terminal_gets_lines() -> None:
    assert isinstance(shown(io.StringIO()), Lines)
