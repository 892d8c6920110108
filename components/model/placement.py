"""Where one model runs and what one replica takes: every reference resolved to plain data."""

from dataclasses import dataclass

from components.model.spec import ModelResources, ModelSpec
from components.node_group.capacity import MIB_PER_GIB, NodeCapacity, node_capacity
from components.node_group.scheduling import node_selector, tolerations
from components.node_group.share import Share, mig_resource, shares
from components.node_group.spec import NodeGroupSpec
from components.tenant.spec import TenantSpec
from components.types import Manifest

POD_SHARE = 0.85
"""Of a node's allocatable; the rest is for the DaemonSets beside it (exporter, logs, CNI)."""


@dataclass(frozen=True, kw_only=True)
class Placement:
    """The answer to: which namespace, queue, priority and nodes, and how much of a node."""

    namespace: str
    queue: str
    priority: str
    node_selector: dict[str, str]
    tolerations: list[Manifest]
    resources: ModelResources
    share: Share


def placement(spec: ModelSpec, tenant: TenantSpec, group: NodeGroupSpec) -> Placement:
    """`spec` with its tenant's and its node group's answers filled in."""
    return Placement(
        namespace=spec.tenant,
        queue=spec.queue or tenant.queue,
        priority=spec.priority or tenant.priority,
        node_selector=node_selector(spec.node_group),
        tolerations=tolerations(group),
        resources=replica_resources(spec, node_capacity(group)),
        share=gpu_share(spec, group),
    )


def gpu_share(spec: ModelSpec, group: NodeGroupSpec) -> Share:
    """What one of the model's GPUs is on this group: a whole one, or a part."""
    product, _, memory = group.gpu()
    kinds = {kind.resource: kind for kind in shares(group.sharing, product, memory)}
    named = kinds.get(mig_resource(spec.mig_profile or ""))
    return named or next(iter(kinds.values()))


def replica_resources(spec: ModelSpec, node: NodeCapacity) -> ModelResources:
    """What one replica asks for: as said, or its GPUs' share of the node."""
    if spec.resources is not None:
        return spec.resources
    share = POD_SHARE * min(1.0, spec.gpus / max(node.gpus, 1))
    return ModelResources(
        cpu=max(int(node.cpu * share * 10) / 10, 0.1),
        memory_gib=max(int(node.memory_mib / MIB_PER_GIB * share), 1),
    )
