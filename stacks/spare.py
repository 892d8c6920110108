"""Whether a rollout finds the GPUs it needs: all replicas placed on all nodes, and what is left.

The placing is first-fit by size, as the scheduler's binpack would; what it cannot place beside
everything else at its largest, waits for as long as that stays so.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from components.model.placement import replica_resources
from components.model.spec import ModelSpec
from components.model.variants import Variant, variants
from components.node_group.capacity import MIB_PER_GIB, node_capacity
from stacks.config import StackConfig


@dataclass(frozen=True, order=True)
class Size:
    """What one replica takes, or one node has: GPUs, cores, MiB."""

    gpus: int
    cpu: float
    memory_mib: float

    def minus(self, other: "Size") -> "Size":
        """What is left."""
        return Size(
            self.gpus - other.gpus, self.cpu - other.cpu, self.memory_mib - other.memory_mib
        )

    def holds(self, other: "Size") -> bool:
        """Whether `other` fits in."""
        left = self.minus(other)
        return left.gpus >= 0 and left.cpu >= 0 and left.memory_mib >= 0


def spare(config: StackConfig, group: str) -> list[Size]:
    """What each node of the group has left when every model there is at its largest."""
    node = node_capacity(config.node_groups[group])
    free = [Size(node.gpus, node.cpu, node.memory_mib)] * config.node_groups[group].max_nodes
    for size in sorted(_replicas(config, group), reverse=True):
        taken = _first(free, size)
        if taken is not None:
            free[taken] = free[taken].minus(size)
    return free


def fits(free: list[Size], size: Size, count: int) -> bool:
    """Whether `count` more of `size` find a place in what is left."""
    left = list(free)
    for _ in range(count):
        taken = _first(left, size)
        if taken is None:
            return False
        left[taken] = left[taken].minus(size)
    return True


def replica(config: StackConfig, spec: ModelSpec) -> Size:
    """What one replica of `spec` takes of a node."""
    asked = replica_resources(spec, node_capacity(config.node_groups[spec.node_group]))
    return Size(spec.gpus, asked.cpu, asked.memory_gib * MIB_PER_GIB)


def running(config: StackConfig) -> Iterator[tuple[str, Variant]]:
    """Every service that has pods, or holds their place, with its model's name."""
    for name, spec in config.models.items():
        if not spec.stopped or spec.reserve is not None:
            yield from ((name, variant) for variant in variants(name, spec))


def _replicas(config: StackConfig, group: str) -> Iterator[Size]:
    for _, variant in running(config):
        if variant.spec.node_group == group:
            count = variant.spec.scaling.max_replicas * variant.spec.nodes
            yield from [replica(config, variant.spec)] * count


def _first(free: list[Size], size: Size) -> int | None:
    return next((index for index, left in enumerate(free) if left.holds(size)), None)
