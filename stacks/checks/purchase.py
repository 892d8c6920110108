"""A group is bought in one way, and in a way in which its type is sold."""

from collections.abc import Iterator

from catalogue.instances import instances
from catalogue.regions import UNPRICED
from components.node_group.capacity import NodeCapacity, node_capacity
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem

BLOCK_FAMILIES = ("p4", "p5", "p6", "trn")
"""Capacity Blocks are sold of P and Trn instances (EKS best practices, aiml_compute)."""


def purchase(config: StackConfig) -> Iterator[Problem]:
    """Refuses two ways at once, and each way where it does not lead to a node."""
    for name, group in config.node_groups.items():
        if group.instance_type in instances():
            path: Path = ("node_groups", name)
            yield from _one_way(path, group)
            yield from _spot(path, group)
            yield from _block(path, group)
            yield from _reserved_only(path, group)


def _one_way(path: Path, group: NodeGroupSpec) -> Iterator[Problem]:
    ways = ("spot", "reservation", "capacity_block")
    taken = [way for way in ways if getattr(group, way) is not None]
    if len(taken) > 1:
        yield Problem(path, f"is bought in {len(taken)} ways: {', '.join(taken)}", "keep one")


def _spot(path: Path, group: NodeGroupSpec) -> Iterator[Problem]:
    """Whatever comes must hold what was planned for the first type."""
    own = node_capacity(group)
    for index, type in enumerate(group.spot.also if group.spot else ()):
        if type in instances():
            instead = {"instance_type": type, "max_pods": own.max_pods}
            other = node_capacity(group.model_copy(update=instead))
            for what in _less(own, other):
                where = (*path, "spot", "also", index)
                yield Problem(where, f"{type} has {what} {group.instance_type}", "leave it out")


def _less(own: NodeCapacity, other: NodeCapacity) -> Iterator[str]:
    if other.gpu_product != own.gpu_product or other.gpus != own.gpus:
        yield "other GPUs than"
    if other.cpu < own.cpu or other.memory_mib < own.memory_mib:
        yield "less room for pods than"


def _block(path: Path, group: NodeGroupSpec) -> Iterator[Problem]:
    if group.capacity_block is None:
        return
    if not str(group.instance_type).startswith(BLOCK_FAMILIES):
        what = f"there are no Capacity Blocks of {group.instance_type}"
        yield Problem((*path, "capacity_block"), what, "use `reservation`")
    if group.min_nodes:
        what = "is above 0, and a Capacity Block has no nodes before it starts and after it ends"
        yield Problem((*path, "min_nodes"), what, "leave it out; the autoscaler adds them")


def _reserved_only(path: Path, group: NodeGroupSpec) -> Iterator[Problem]:
    reserved = group.reservation or group.capacity_block
    if UNPRICED in instances()[str(group.instance_type)].note and not reserved:
        what = f"{group.instance_type} is sold in reservations only"
        yield Problem((*path, "instance_type"), what, "add `capacity_block` or `reservation`")
