"""The engine's time for our program over its time for bare resources: the same, and as many."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import pulumi
from pulumi import automation

from simulation.bench.bare import bare
from simulation.bench.stacks import stack
from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import Tools
from simulation.engine.workspace import workspace
from stacks.config import StackConfig
from stacks.inference import inference

Program = Callable[[StackConfig], object]
PROGRAMS: dict[str, Program] = {"ours": inference, "bare": bare}


@dataclass(frozen=True)
class Times:
    """Seconds of one program: preview of all, up, preview of nothing to do.

    `resources` is how many it registers, components and providers among them.
    """

    preview: float
    up: float
    unchanged: float
    resources: int


@dataclass(frozen=True)
class Lap:
    """One program on one size of stack."""

    plane: ControlPlane
    state: Path
    tools: Tools

    def times(self, name: str, models: int) -> Times:
        """A fresh stack up and down again; the seconds of each step."""
        config = simulated(stack(models, stopped=True), self.plane)
        made = self._stack(f"{name}-{models}", lambda: PROGRAMS[name](config), config)
        took = Times(
            preview=_seconds(made.preview),
            up=_seconds(made.up),
            unchanged=_seconds(made.preview),
            resources=len((made.export_stack().deployment or {}).get("resources", [])),
        )
        made.destroy()
        return took

    def _stack(
        self, name: str, program: Callable[[], object], config: StackConfig
    ) -> automation.Stack:
        made = workspace(name, config, self.state / name, self.tools)
        made.workspace.program = lambda: pulumi.export("done", bool(program() or True))
        return made


def _seconds(act: Callable[[], object]) -> float:
    began = perf_counter()
    act()
    return perf_counter() - began
