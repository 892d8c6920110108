"""The bench measures what it says it does; how fast this machine is, no test asks."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from simulation.bench.__main__ import Sizes, clustered


@pytest.mark.cluster
def test_every_figure_of_a_cluster_is_there_and_the_bench_leaves_nothing(tmp_path: Path) -> None:
    screen = Console(file=io.StringIO(), width=100, record=True)

    clustered(screen, Sizes(engine=(1,), ready=1), tmp_path / "bench")

    printed = screen.export_text()
    rows = [line.split() for line in printed.splitlines() if line.split()[:1] == ["1"]]
    assert [row[1] for row in rows[:3]] == ["preview", "up", "unchanged"]
    assert all(float(figure) > 0 for row in rows[:3] for figure in row[2:])
    assert "1 of 1 models Ready" in printed
    assert list(tmp_path.iterdir()) == []
