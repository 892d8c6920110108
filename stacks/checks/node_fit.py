"""One replica fits empty nodes: a pod, or half of a replica, that never fits waits for ever."""

from collections.abc import Iterator

from components.model.placement import replica_resources
from components.model.spec import ModelSpec
from components.node_group.capacity import MIB_PER_GIB, NodeCapacity, node_capacity
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem


def node_fit(config: StackConfig) -> Iterator[Problem]:
    """Refuses a model whose replica is larger than its node group's *allocatable*."""
    for key, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        if group is None:
            continue
        node = node_capacity(group)
        for field, what in _misfits(model, node):
            yield Problem(
                ("models", key, *field),
                f"{what} on one node of `{model.node_group}`",
                _larger(config, model),
            )
        yield from _several(("models", key, "nodes"), model, group)


def _several(path: Path, model: ModelSpec, group: NodeGroupSpec) -> Iterator[Problem]:
    """Where one pod fits, all of a replica that takes several: they start together or never."""
    node = node_capacity(group)
    asked = replica_resources(model, node)
    room = node.holds(model.gpus, asked.cpu, asked.memory_gib) * group.max_nodes
    if 0 < room < model.nodes:
        what = f"a replica is {model.nodes} pods, `{model.node_group}` holds {room} at its largest"
        yield Problem(path, what, "raise its max_nodes, or split the model over fewer nodes")


def _misfits(model: ModelSpec, node: NodeCapacity) -> Iterator[tuple[tuple[str, ...], str]]:
    if model.gpus > node.gpus:
        yield ("gpus",), f"asks for {model.gpus} GPUs, {node.gpus} are allocatable"
    asked = replica_resources(model, node)
    if asked.cpu > node.cpu:
        yield ("resources", "cpu"), f"asks for {asked.cpu:g} CPU, {node.cpu:g} are allocatable"
    have = node.memory_mib / MIB_PER_GIB
    if asked.memory_gib > have:
        what = f"asks for {asked.memory_gib:g} GiB of memory, {have:.1f} are allocatable"
        yield ("resources", "memory_gib"), what


def _larger(config: StackConfig, model: ModelSpec) -> str:
    """The groups of this stack that could hold it."""
    fits = [
        name
        for name, group in sorted(config.node_groups.items())
        if not list(_misfits(model, node_capacity(group)))
    ]
    if fits:
        return f"ask for less, or use {' or '.join(f'`{name}`' for name in fits)}"
    return "ask for less, or add a node group with larger nodes"
