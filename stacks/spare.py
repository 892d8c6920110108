"""Whether a rollout finds the GPUs it needs: all replicas placed on all nodes, and what is left.

The placing is first-fit by size, as the scheduler's binpack would; what it cannot place beside
everything else at its largest, waits for as long as that stays so.
"""

from collections import Counter
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
        return (
            self.gpus >= other.gpus
            and self.cpu >= other.cpu
            and self.memory_mib >= other.memory_mib
        )


def spare(config: StackConfig, group: str) -> list[Size]:
    """What each node of the group has left when every model there is at its largest."""
    node = node_capacity(config.node_groups[group])
    free = [Size(node.gpus, node.cpu, node.memory_mib)] * config.node_groups[group].max_nodes
    for size, count in _largest_first(config, group):
        _placed(free, size, count)
    return free


def fits(free: list[Size], size: Size, count: int) -> bool:
    """Whether `count` more of `size` find a place in what is left."""
    return _placed(list(free), size, count) == count


def replica(config: StackConfig, spec: ModelSpec) -> Size:
    """What one replica of `spec` takes of a node."""
    asked = replica_resources(spec, node_capacity(config.node_groups[spec.node_group]))
    return Size(spec.gpus, asked.cpu, asked.memory_gib * MIB_PER_GIB)


def running(config: StackConfig) -> Iterator[tuple[str, Variant]]:
    """Every service that has pods, or holds their place, with its model's name."""
    for name, spec in config.models.items():
        if not spec.stopped or spec.reserve is not None:
            yield from ((name, variant) for variant in variants(name, spec))


def _largest_first(config: StackConfig, group: str) -> list[tuple[Size, int]]:
    """Each size of replica in the group, and how many there are of it."""
    counts: Counter[Size] = Counter()
    for _, variant in running(config):
        if variant.spec.node_group == group:
            count = variant.spec.scaling.max_replicas * variant.spec.nodes
            counts[replica(config, variant.spec)] += count
    return sorted(counts.items(), reverse=True)


def _placed(free: list[Size], size: Size, count: int) -> int:
    """How many of `count` found a place, each on the first node that holds it.

    A node that does not hold one of a size holds no later one either.
    """
    placed = 0
    for index, left in enumerate(free):
        while placed < count and left.holds(size):
            left = free[index] = left.minus(size)
            placed += 1
    return placed
