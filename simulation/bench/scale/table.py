"""The results as tables: the schedulers beside each other, and how each figure grows."""

from collections.abc import Sequence

from rich.table import Table

from simulation.bench.scale.figures import FIGURES, GROWING, NONE
from simulation.bench.scale.result import Result
from simulation.bench.scale.trace import GPUS_A_NODE


def table(results: Sequence[Result]) -> Table:
    """The schedulers beside each other on one size of cluster."""
    [nodes] = {result.nodes for result in results}
    title = f"{nodes:,} nodes, {nodes * GPUS_A_NODE:,} GPUs"
    drawn = Table(title=title, title_justify="left", box=None, header_style="bold")
    drawn.add_column("")
    for result in results:
        drawn.add_column(result.contender, justify="right")
    for name, figure in FIGURES.items():
        drawn.add_row(name, *(figure(result) for result in results))
    return drawn


def growth(results: Sequence[Result]) -> Table:
    """Each scheduler's figures by size of cluster."""
    sizes = sorted({result.nodes for result in results})
    drawn = Table(title="growth", title_justify="left", box=None, header_style="bold")
    drawn.add_column("")
    drawn.add_column("nodes")
    for size in sizes:
        drawn.add_column(f"{size:,}", justify="right")
    by_key = {(result.contender, result.nodes): result for result in results}
    for name in GROWING:
        for contender in dict.fromkeys(result.contender for result in results):
            found = [by_key.get((contender, size)) for size in sizes]
            drawn.add_row(name, contender, *(FIGURES[name](one) if one else NONE for one in found))
    return drawn
