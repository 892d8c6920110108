"""How many replicas of a model there are at each scale, and what each asks of a node."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from components.model.placement import gpu_share, replica_resources
from components.model.spec import ModelSpec
from components.node_group.capacity import node_capacity
from planning.spec import Scale
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class Replica:
    """One pod: `gpus` of the resource `gpu_resource`, CPU in cores, memory in GiB.

    `standing` ones are there at minimum scale; without `preemptable` nobody takes their place.
    """

    model: str
    index: int
    node_group: str
    gpu_resource: str
    gpus: int
    cpu: float
    memory_gib: float
    priority: int
    standing: bool
    preemptable: bool


def count(spec: ModelSpec, scale: Scale) -> int:
    """Replicas at `scale`; expected is half way, rounded up, and a stopped model has none."""
    low, high = spec.scaling.min_replicas, spec.scaling.max_replicas
    if spec.stopped:
        return 0
    return {"minimum": low, "expected": ceil((low + high) / 2), "maximum": high}[scale]


def replicas(config: StackConfig, scale: Scale) -> list[Replica]:
    """Every pod of every model at `scale`, in the order in which they get their place.

    First what already runs and yields to nobody, then by priority, then the larger ones.
    """
    pods = [pod for name, spec in config.models.items() for pod in _pods(config, name, spec, scale)]
    return sorted(pods, key=_order)


def _order(pod: Replica) -> tuple[bool, int, int, str, int]:
    fixed = pod.standing and not pod.preemptable
    return not fixed, -pod.priority, -pod.gpus, pod.model, pod.index


def _pods(config: StackConfig, name: str, spec: ModelSpec, scale: Scale) -> Iterator[Replica]:
    group = config.node_groups[spec.node_group]
    asked = replica_resources(spec, node_capacity(group))
    priority = spec.priority or config.tenants[spec.tenant].priority
    for index in range(count(spec, scale)):
        yield Replica(
            model=name,
            index=index,
            node_group=spec.node_group,
            gpu_resource=gpu_share(spec, group).resource,
            gpus=spec.gpus,
            cpu=asked.cpu,
            memory_gib=asked.memory_gib,
            priority=config.priorities[priority].value,
            standing=index < spec.scaling.min_replicas,
            preemptable=spec.preemptable,
        )
