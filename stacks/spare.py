"""Whether a rollout finds the GPUs it needs: all replicas placed on all nodes, and what is left.

The placing is first-fit by size, as the scheduler's binpack would; what it cannot place beside
everything else at its largest, waits for as long as that stays so.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from components.job.spec import JobSpec
from components.model.placement import gpu_share, replica_resources
from components.model.spec import ModelSpec
from components.model.variants import Variant, variants
from components.node_group.capacity import MIB_PER_GIB, node_capacity
from components.node_group.scheduling import GPU_RESOURCE
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.trained import worker_resources


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


@dataclass(frozen=True)
class Asked:
    """`count` pods of one size, of one tenant, on one group; `yields` to any model.

    `kind` is the resource by which their GPUs are asked for: quotas count each by itself.
    """

    tenant: str
    queue: str | None
    group: str
    kind: str
    size: Size
    count: int
    yields: bool = False


def asked(config: StackConfig) -> list[Asked]:
    """Everything that runs, at its largest, on groups that exist."""
    groups = config.node_groups
    models = (variant.spec for _, variant in running(config) if variant.spec.node_group in groups)
    jobs = (spec for spec in config.jobs.values() if spec.node_group in groups)
    largest = (several(config, spec, spec.scaling.max_replicas * spec.nodes) for spec in models)
    return [*largest, *(_job(config, spec) for spec in jobs)]


def several(config: StackConfig, spec: ModelSpec, count: int) -> Asked:
    """So many pods of a model."""
    kind = gpu_share(spec, config.node_groups[spec.node_group]).resource
    size = replica(config, spec)
    return Asked(spec.tenant, spec.queue, spec.node_group, kind, size, count)


def spare(group: NodeGroupSpec, there: Iterable[Asked]) -> list[Size]:
    """What each node of the group has left when all who are there and do not yield have come."""
    node = node_capacity(group)
    free = [Size(node.gpus, node.cpu, node.memory_mib)] * group.max_nodes
    counts: Counter[Size] = Counter()
    for one in there:
        counts[one.size] += 0 if one.yields else one.count
    for size, count in sorted(counts.items(), reverse=True):
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


def _job(config: StackConfig, spec: JobSpec) -> Asked:
    room = worker_resources(spec, node_capacity(config.node_groups[spec.node_group]))
    size = Size(spec.gpus, room.cpu, room.memory_gib * MIB_PER_GIB)
    who = (spec.tenant, spec.queue, spec.node_group)
    return Asked(*who, GPU_RESOURCE, size, spec.workers, yields=spec.preemptable)


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
