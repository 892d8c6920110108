"""The pods of a model at each scale: of every version that runs, on every node of a replica."""

from collections.abc import Iterator
from dataclasses import replace
from math import ceil

from components.model.placement import gpu_share, replica_resources
from components.model.spec import ModelSpec
from components.model.variants import Variant, variants
from components.node_group.capacity import node_capacity
from planning.pod import MODEL, Gang, Pod
from planning.spec import Scale
from stacks.config import StackConfig


def replicas(name: str, spec: ModelSpec, scale: Scale) -> int:
    """Of all its versions together; a stopped model has none."""
    return sum(count(variant.spec, scale) for variant in variants(name, spec))


def count(spec: ModelSpec, scale: Scale) -> int:
    """Of one service at `scale`; expected is half way, rounded up."""
    low, high = spec.scaling.min_replicas, spec.scaling.max_replicas
    return 0 if spec.stopped else between(low, high, scale)


def between(low: int, high: int, scale: Scale) -> int:
    """What lies at `scale` from `low` to `high`."""
    return {"minimum": low, "expected": ceil((low + high) / 2), "maximum": high}[scale]


def model_gangs(config: StackConfig, name: str, scale: Scale) -> Iterator[Gang]:
    """One for each replica; of a stopped model the placeholders that hold its GPUs, if any do."""
    spec = config.models[name]
    if spec.stopped and spec.reserve is not None:
        yield from _reserved(config, name, spec)
    for variant in variants(name, spec):
        first = _pod(config, name, variant)
        for index in range(count(variant.spec, scale)):
            yield _replica(first, index, standing=index < variant.spec.scaling.min_replicas)


def _reserved(config: StackConfig, name: str, spec: ModelSpec) -> Iterator[Gang]:
    """components/model/reserve.py: as many as the model's least, each as large as a replica."""
    one = spec.model_copy(update={"nodes": 1})
    held = _pod(config, name, Variant(name=f"{name}-reserve", spec=one, weight=0))
    value = config.priorities[str(spec.reserve)].value
    idle = replace(held, priority=value, preemptable=True, answers=False, apart=())
    for index in range(max(spec.scaling.min_replicas, 1)):
        yield _replica(idle, index, standing=True)


def _replica(first: Pod, index: int, *, standing: bool) -> Gang:
    """The pods of all its nodes, alike but for their names."""
    name = f"{first.service}-{index}"
    pod = replace(first, name=name, gang=name, index=index, standing=standing)
    beside = (replace(pod, name=f"{name}-worker-{node}") for node in range(1, pod.together))
    return (pod, *beside)


def _pod(config: StackConfig, name: str, variant: Variant) -> Pod:
    spec = variant.spec
    group = config.node_groups[spec.node_group]
    asked = replica_resources(spec, node_capacity(group))
    return Pod(
        about=f"{MODEL}{name}",
        name=variant.name,
        index=0,
        gang=variant.name,
        together=spec.nodes,
        node_group=spec.node_group,
        gpu_resource=gpu_share(spec, group).resource,
        gpus=spec.gpus,
        cpu=asked.cpu,
        memory_gib=asked.memory_gib,
        priority=config.priorities[spec.priority or config.tenants[spec.tenant].priority].value,
        standing=True,
        preemptable=spec.preemptable,
        service=variant.name,
        apart=spec.protection.spread if spec.scaling.max_replicas > 1 else (),
        strictly=spec.protection.spread_strictly,
    )
