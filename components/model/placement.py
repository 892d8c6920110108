"""Where one model runs and what one replica takes: every reference resolved to plain data."""

from dataclasses import dataclass, field

from catalogue.models import architectures
from components.model.spec import ModelResources, ModelSpec
from components.model.startup import Budget, Load, budget
from components.node_group.capacity import MIB_PER_GIB, NodeCapacity, node_capacity
from components.node_group.moving import moving_annotations
from components.node_group.packing import packing_annotations
from components.node_group.scheduling import node_selector, tolerations
from components.node_group.share import Share, mig_resource, shares
from components.node_group.spec import NodeGroupSpec
from components.tenant.spec import TenantSpec
from components.types import Manifest

POD_SHARE = 0.85
"""Of a node's allocatable; the rest is for the DaemonSets beside it (exporter, logs, CNI)."""
BYTES_PER_PARAMETER = 2
BILLION = 1e9
GIB = 2**30
SMALL_MODEL_GIB = 1.0
"""Assumed for a model that needs no GPU and does not say its size."""


@dataclass(frozen=True, kw_only=True)
class Placement:
    """The answer to: which namespace, queue, priority and nodes, and how much of a node.

    `budget` is how long a replica takes to start there; `surge` whether a rollout finds the GPUs
    of one replica more; `version_of` is the model that this service is a version of, if it is one;
    `initializer` is the image that fetches what stands beside the weights; `interfaces` is what
    each pod of a model on several nodes asks for, to reach the others, and `annotations` are what
    the group asks of scheduler and autoscaler.
    """

    namespace: str
    queue: str
    priority: str
    node_selector: dict[str, str]
    tolerations: list[Manifest]
    resources: ModelResources
    share: Share
    budget: Budget
    surge: bool = False
    annotations: dict[str, str] = field(default_factory=dict)
    version_of: str | None = None
    initializer: str = ""
    interfaces: dict[str, int] = field(default_factory=dict)


def placement(spec: ModelSpec, tenant: TenantSpec, group: NodeGroupSpec) -> Placement:
    """`spec` with its tenant's and its node group's answers filled in."""
    share, node = gpu_share(spec, group), node_capacity(group)
    return Placement(
        namespace=spec.tenant,
        queue=spec.queue or tenant.queue,
        priority=spec.priority or tenant.priority,
        node_selector=node_selector(spec.node_group),
        tolerations=tolerations(group),
        annotations={
            **packing_annotations(group),
            **moving_annotations(group, spec.scaling.min_replicas),
        },
        resources=replica_resources(spec, node),
        share=share,
        budget=startup_budget(spec, share, from_zero=group.min_nodes == 0),
        interfaces=interfaces(spec, node),
    )


def interfaces(spec: ModelSpec, node: NodeCapacity) -> dict[str, int]:
    """Those that go with its GPUs; one pod alone needs none."""
    if spec.nodes == 1:
        return {}
    part = min(1.0, spec.gpus / max(node.gpus, 1))
    return {name: max(int(count * part), 1) for name, count in node.interfaces.items()}


def startup_budget(spec: ModelSpec, share: Share, *, from_zero: bool) -> Budget:
    """How long one replica takes to answer, from nothing."""
    load = Load(
        source=spec.source,
        weights_gib=weights_gib(spec, share),
        compiles=spec.vllm and not spec.engine.enforce_eager,
        from_zero=from_zero,
        local=spec.delivery.by != "download" or str(spec.source).startswith("pvc://"),
    )
    return budget(spec.startup, load)


def weights_gib(spec: ModelSpec, share: Share) -> float:
    """At 16 bits where the catalogue knows the model, else as much as the GPUs can hold."""
    name = str(spec.architecture or spec.source).removeprefix("hf://").partition(":")[0]
    known = architectures().get(name)
    if known is not None:
        return known.weights_gib or known.parameters_b * BYTES_PER_PARAMETER * BILLION / GIB
    room = share.memory_mib * share.memory_fraction * spec.gpus / MIB_PER_GIB
    return room or SMALL_MODEL_GIB


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
    cpu, memory_gib = share_of_node(spec.gpus, node)
    return ModelResources(cpu=cpu, memory_gib=memory_gib)


def share_of_node(gpus: int, node: NodeCapacity) -> tuple[float, float]:
    """CPU in cores and memory in GiB that go with `gpus` of the node's; little without any."""
    if gpus == 0:
        return 1, 2
    share = POD_SHARE * min(1.0, gpus / max(node.gpus, 1))
    cpu, memory_gib = node.cpu * share, node.memory_mib / MIB_PER_GIB * share
    steps = 1 if node.whole_cores else 10
    return max(int(cpu * steps), 1) / steps, max(int(memory_gib), 1)
