"""Helm over the same models: `python -m simulation.bench.templating N` compares the two alone."""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from simulation.bench.chart import write
from simulation.bench.measured import Measured, measured
from simulation.bench.stacks import raw
from simulation.toolchain.terminal import shown
from simulation.toolchain.toolchain import Toolchain
from stacks.parse import parse

TITLE = "plan (it checks and places, too) and helm template of the same objects, whole processes"


def templating(sizes: Sequence[int], toolchain: Toolchain) -> Table:
    """Our program from file to report, and Helm from values to text, each in its own process."""
    table = Table(title=TITLE, title_justify="left", box=None, header_style="bold")
    for column in ("models", "what", "plan", "helm template", "ratio"):
        table.add_column(column, justify="right")
    helm = toolchain.binary("helm")
    for size in sizes:
        ours, theirs = planned(size), templated(size, helm)
        table.add_row(str(size), "s", *_beside(ours.seconds, theirs.seconds, 2))
        table.add_row("", "peak MiB", *_beside(ours.peak_mib, theirs.peak_mib, 0))
    return table


def planned(models: int) -> Measured:
    """Check, render and plan."""
    return measured([sys.executable, "-m", "simulation.bench.planning", str(models)])


def templated(models: int, helm: Path) -> Measured:
    """`helm template` of the chart that a team would have instead."""
    with tempfile.TemporaryDirectory() as directory:
        chart = Path(directory) / "chart"
        write(chart, parse(raw(models, scaled=True)))
        return measured([str(helm), "template", "bench", str(chart)])


def _beside(ours: float, theirs: float, digits: int) -> tuple[str, str, str]:
    return f"{ours:.{digits}f}", f"{theirs:.{digits}f}", f"{ours / theirs:.2f}"


if __name__ == "__main__":
    Console().print(templating([int(sys.argv[1])], Toolchain(progress=shown())))
