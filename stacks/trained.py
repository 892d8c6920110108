"""Every training job of a stack as plain data: no Pulumi, no cluster."""

from dataclasses import dataclass

from components.job.manifest import JobPlace, claim, volcano_job
from components.job.spec import JobSpec
from components.model.placement import share_of_node
from components.node_group.capacity import NodeCapacity, node_capacity
from components.node_group.moving import STARTED
from components.node_group.packing import packing_annotations
from components.node_group.scheduling import node_selector, tolerations
from components.tenant.spec import Size
from components.types import Manifest
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class Trained:
    """One job and the claims it brings."""

    job: Manifest
    claims: list[Manifest]


def trained(config: StackConfig) -> dict[str, Trained]:
    """All of them, by name."""
    return {
        name: Trained(
            job=volcano_job(name, spec, placed_job(spec, config)),
            claims=claim(name, spec, spec.tenant),
        )
        for name, spec in config.jobs.items()
    }


def placed_job(spec: JobSpec, config: StackConfig) -> JobPlace:
    """Where `spec` runs in this stack."""
    tenant, group = config.tenants[spec.tenant], config.node_groups[spec.node_group]
    return JobPlace(
        namespace=spec.tenant,
        queue=spec.queue or tenant.queue,
        priority=spec.priority or tenant.priority,
        node_selector=node_selector(spec.node_group),
        tolerations=tolerations(group),
        annotations={**packing_annotations(group), **STARTED},
        resources=worker_resources(spec, node_capacity(group)),
    )


def worker_resources(spec: JobSpec, node: NodeCapacity) -> Size:
    """What one worker asks for: as said, or its GPUs' share of the node."""
    if spec.resources is not None:
        return spec.resources
    cpu, memory_gib = share_of_node(spec.gpus, node)
    return Size(cpu=cpu, memory_gib=memory_gib)
