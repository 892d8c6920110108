"""The control plane, its nodes and an engine, brought up for one stack."""

from dataclasses import dataclass

from simulation.configuration import older_scheduler, on_simulated_cluster, simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools as engine_tools
from simulation.engine.update import Engine
from simulation.nodes.register import register
from simulation.run.needs import parts
from simulation.run.place import Place
from simulation.run.screen import Screen
from simulation.toolchain.toolchain import Toolchain
from stacks.config import StackConfig


@dataclass(frozen=True)
class Session:
    """A running cluster with the stack's nodes, and the engine that fills it."""

    config: StackConfig
    plane: ControlPlane
    engine: Engine


def opened(place: Place, config: StackConfig, toolchain: Toolchain, screen: Screen) -> Session:
    """Start what is not running yet; everything ends with this process until it is let go."""
    screen.step("control plane: etcd, API server, Volcano, KServe, KWOK")
    plane = ControlPlane.start(place.cluster, toolchain, parts(config), screen.line)
    for name, reason in on_simulated_cluster(config).left_out.items():
        screen.line(f"left out: {name} ({reason})")
    for what in older_scheduler(config):
        screen.line(f"left out: {what} (this scheduler is older)")
    screen.step("nodes")
    made = register(plane.api, config.node_groups)
    screen.line(", ".join(f"{count} × {group}" for group, count in made.groups.items()))
    screen.line(f"{made.added} added, {made.removed} removed")
    return Session(
        config=simulated(config, plane),
        plane=plane,
        engine=engine(place, toolchain, screen),
    )


def engine(place: Place, toolchain: Toolchain, screen: Screen) -> Engine:
    """The real engine, with the Kubernetes plugin that this machine has."""
    tools = engine_tools(place.engine / "tools", toolchain)
    screen.line(tools.remark)
    return Engine(place.stack, place.engine, tools, screen.line)
