from pathlib import Path

import pytest

from simulation.bench.scale import __main__ as bench
from simulation.bench.scale.contender import Contender
from simulation.bench.scale.result import Result, kept
from simulation.bench.scale.trace import Trace
from tests.simulation.bench.scale.results import result


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[tuple[str, int]]:
    """What would have been run, and no cluster."""
    found: list[tuple[str, int]] = []

    def run(contender: Contender, trace: Trace, *_: object) -> Result:
        found.append((contender.name, trace.nodes))
        return result(contender.name, trace.nodes)

    monkeypatch.setattr(bench, "run", run)
    monkeypatch.setattr(bench, "FILE", tmp_path / "results.json")
    return found


def test_every_scheduler_plays_every_size(
    played: list[tuple[str, int]], capsys: pytest.CaptureFixture[str]
) -> None:
    bench.main(["10", "20"])

    assert [nodes for _, nodes in played] == [10, 10, 10, 20, 20, 20]
    assert len(set(played)) == 6
    printed = capsys.readouterr().out
    assert "10 nodes, 80 GPUs" in printed
    assert "20 nodes, 160 GPUs" in printed


def test_one_can_be_run_alone_and_joins_the_others(played: list[tuple[str, int]]) -> None:
    bench.main([])
    bench.main(["10", "--contender", "ours"])

    assert played[3:] == [("ours", 10)]
    assert len(kept(bench.FILE)) == 3


@pytest.mark.parametrize("size", ["9", "many"])
def test_a_cluster_too_small_for_a_trace_is_refused(
    size: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        bench.main([size])

    assert "a number of nodes, 10 or more" in capsys.readouterr().err
