from dataclasses import replace
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from simulation.bench.scale.measure import Seen, packing, times
from simulation.bench.scale.result import NodeLoss, PhaseResult, Result, keep, kept
from simulation.bench.scale.table import growth, table
from simulation.bench.scale.trace import trace

PODS = [Seen("a", "m", 4, 10, "one", 12), Seen("b", "m", 4, 10, "two", 13)]
LOST = NodeLoss(
    nodes=1,
    pods=3,
    silent_seconds=50,
    tolerated_seconds=300,
    recovered_seconds=352,
    computed=True,
)


def phase(name: str) -> PhaseResult:
    return PhaseResult(
        name=name,
        seconds=1,
        wanted=2,
        missing=0,
        unplaced=2,
        gangs_in_part=0,
        overfull_nodes=[],
        passed_over=[],
        taken=1,
        scheduler_cpu_seconds=0.1,
        packing=packing(PODS, 4),
        times=times(PODS, 10),
    )


def result(contender: str, nodes: int = 10) -> Result:
    return Result(
        contender=contender,
        scheduler="volcano-scheduler",
        nodes=nodes,
        seed=8,
        phases=[phase(one.name) for one in trace(nodes).phases],
        loss=LOST,
        memory_mib={"volcano-scheduler": 100.0, "etcd": 50.0},
        failures=[],
    )


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


def test_growth_says_nothing_where_nothing_was_measured() -> None:
    lines = drawn(growth([result("ours"), result("ours", 100), result("theirs")])).splitlines()
    mine, theirs = (line.split()[-2:] for line in lines if "all processes" in line)

    assert mine == ["150", "150"]
    assert theirs == ["150", "-"]


def test_a_result_survives_its_file_and_replaces_an_older_one(tmp_path: Path) -> None:
    file = tmp_path / "new" / "results.json"
    older = replace(result("ours"), loss=None)

    keep(file, older)
    keep(file, result("theirs", 100))
    keep(file, result("ours"))

    assert kept(file) == [result("ours"), result("theirs", 100)]
