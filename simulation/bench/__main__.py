"""`make bench`: this machine's figures, each beside what it is measured against."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from simulation.bench.engine import Lap
from simulation.bench.scale.__main__ import main as scale
from simulation.bench.stacks import stack, where
from simulation.bench.templating import planned, templating
from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools
from simulation.engine.update import Engine
from simulation.nodes.register import register
from simulation.outcome.watch import Patience, outcomes, settled
from simulation.run.needs import parts
from simulation.run.place import ROOT
from simulation.toolchain.toolchain import Toolchain


@dataclass(frozen=True)
class Sizes:
    """How many models: to check and plan, to hand to the engine, and to wait for until all serve.

    The engine writes its whole state to a file at every step, so its time grows with the square.
    """

    stacks: Sequence[int] = (1, 100, 1000)
    engine: Sequence[int] = (1, 100)
    ready: int = 100


def main() -> None:
    """Print every figure; nothing is asserted."""
    console, sizes = Console(), Sizes()
    console.print(planning(sizes.stacks))
    console.print(templating(sizes.stacks, Toolchain()))
    clustered(console, sizes, where(ROOT))
    scale([])


def clustered(console: Console, sizes: Sizes, state: Path) -> None:
    """The figures that need a cluster, on one that is made for them."""
    toolchain = Toolchain()
    shutil.rmtree(state, ignore_errors=True)
    plane = ControlPlane.start(state / "cluster", toolchain, parts(stack(1)), lambda _: None)
    try:
        found = tools(state / "tools", toolchain)
        console.print(found.remark)
        console.print(engine(Lap(plane, state, found), sizes.engine))
        made = Engine("ready", state / "ready", found, lambda _: None)
        console.print(ready(plane, made, sizes.ready))
    finally:
        plane.remove()
        shutil.rmtree(state, ignore_errors=True)


def planning(sizes: Sequence[int]) -> Table:
    """Checking, rendering and planning, each size in a process of its own."""
    drawn = _table(
        "checking, rendering, planning", "models", "check s", "render s", "plan s", "peak MiB"
    )
    for size in sizes:
        took = planned(size)
        drawn.add_row(str(size), *took.printed.split(), f"{took.peak_mib:.0f}")
    return drawn


def engine(lap: Lap, sizes: Sequence[int]) -> Table:
    """Our program over bare resources, through the same engine.

    Over the same objects, ours also pays for components that group them; over as many resources,
    for nothing but what it does itself.
    """
    columns = ("models", "step", "ours s", "same objects s", "ratio", "as many s", "ratio")
    drawn = _table("engine", *columns)
    for size in sizes:
        ours, same = lap.times("ours", size), lap.times("bare", size)
        many = lap.times("bare", size + ours.resources - same.resources)
        for step in ("preview", "up", "unchanged"):
            mine, *theirs = (getattr(one, step) for one in (ours, same, many))
            ratios = [text for one in theirs for text in (f"{one:.1f}", f"{mine / one:.2f}")]
            drawn.add_row(str(size), step, f"{mine:.1f}", *ratios)
    return drawn


def ready(plane: ControlPlane, engine: Engine, models: int) -> str:
    """From `up` to every one of so many models Ready."""
    asked = stack(models)
    register(plane.api, asked.node_groups)
    config = simulated(asked, plane)
    began = perf_counter()
    engine.up(config)
    found = settled(lambda: outcomes(plane.api, asked), lambda _: None, Patience(pause=1))
    done = sum(one.settled for one in found)
    return f"{done} of {models} models Ready {perf_counter() - began:.0f} s after `up` began"


def _table(title: str, *columns: str) -> Table:
    drawn = Table(title=title, title_justify="left", box=None, header_style="bold")
    for column in columns:
        drawn.add_column(column, justify="right")
    return drawn


if __name__ == "__main__":
    main()
