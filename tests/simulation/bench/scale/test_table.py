from dataclasses import replace
from io import StringIO

from rich.console import Console
from rich.table import Table

from simulation.bench.scale.table import growth, table
from tests.simulation.bench.scale.results import result


def drawn(made: Table) -> str:
    file = StringIO()
    Console(width=200, file=file).print(made)
    return file.getvalue()


def test_schedulers_stand_beside_each_other() -> None:
    text = drawn(table([result("ours"), result("theirs")]))

    assert "ours" in text
    assert "theirs" in text
    assert "2.000" in text
    assert "50 / 352 (computed)" in text
    assert "2 of 4: 2.0 / 3.0" in text


def test_a_run_that_lost_no_node_says_nothing_of_one() -> None:
    [line] = [
        line
        for line in drawn(table([replace(result("ours"), loss=None)])).splitlines()
        if "lost node" in line
    ]

    assert line.split()[-1] == "-"


def test_growth_says_nothing_where_nothing_was_measured() -> None:
    lines = drawn(growth([result("ours"), result("ours", 100), result("theirs")])).splitlines()
    mine, theirs = (line.split()[-2:] for line in lines if "all processes" in line)

    assert mine == ["150", "150"]
    assert theirs == ["150", "-"]
