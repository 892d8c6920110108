"""A build is told as it goes: what, how far, how long."""

from io import StringIO

from rich.console import Console

from simulation.run.building import Building


def told(terminal: bool) -> str:
    out = StringIO()
    building = Building(Console(file=out, force_terminal=terminal, width=120))
    building.started("volcano", ("scheduler", "controller"), 90)
    for done in range(0, 101, 10):
        building.step("volcano", done, 100, "some/package")
    building.finished("volcano", 83)
    return out.getvalue()


def test_a_log_gets_a_line_now_and_then_and_not_one_a_package() -> None:
    lines = [line.strip() for line in told(terminal=False).splitlines()]

    assert lines[0] == "building scheduler, controller (about 90 s on two cores)"
    assert lines[1:-1] == [f"volcano: {n} of 100 packages" for n in (20, 40, 60, 80, 100)]
    assert lines[-1] == "built volcano in 83 s"


def test_a_terminal_sees_the_end_of_it_too() -> None:
    assert "built volcano in 83 s" in told(terminal=True)


def test_a_build_that_fails_says_so_and_leaves_no_bar_behind() -> None:
    out = StringIO()
    building = Building(Console(file=out, width=120))
    building.started("volcano", ("scheduler",), 90)
    building.failed("volcano", "no space left")

    assert out.getvalue().splitlines()[-1].strip() == "volcano could not be built"


def test_an_unknown_total_is_no_division_by_zero() -> None:
    building = Building(Console(file=StringIO(), width=120))
    building.started("volcano", ("scheduler",), 90)
    building.step("volcano", 3, 0, "some/package")
    building.finished("volcano", 1)
