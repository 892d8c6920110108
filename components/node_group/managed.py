"""An EKS managed node group as data: everything its component only has to pass on."""

from dataclasses import dataclass
from typing import Literal

from catalogue.instances import Instance, instances
from components.node_group.ami import AmiType, ami_type
from components.node_group.capacity import node_capacity
from components.node_group.ec2 import Update
from components.node_group.scheduling import Taint, node_labels, taints
from components.node_group.spec import NodeGroupSpec

CapacityType = Literal["ON_DEMAND", "SPOT", "CAPACITY_BLOCK"]
TEMPLATE = "k8s.io/cluster-autoscaler/node-template"
EFFECTS = {
    "NoSchedule": "NO_SCHEDULE",
    "NoExecute": "NO_EXECUTE",
    "PreferNoSchedule": "PREFER_NO_SCHEDULE",
}
STRATEGIES = {"surge": "DEFAULT", "in_place": "MINIMAL"}


@dataclass(frozen=True, kw_only=True)
class ManagedGroup:
    """One group; a Capacity Block's type stands in the launch template and nowhere else."""

    ami_type: AmiType
    capacity_type: CapacityType
    instance_types: tuple[str, ...] | None
    min_nodes: int
    max_nodes: int
    labels: dict[str, str]
    taints: tuple[Taint, ...]
    zones: tuple[str, ...]
    update: Update
    autoscaling_tags: dict[str, str]


def managed_group(name: str, spec: NodeGroupSpec, zones: tuple[str, ...]) -> ManagedGroup:
    """The group of that name; `zones` are the network's, for a group that names none."""
    machine = instances()[str(spec.instance_type)]
    types = (machine.name, *(spec.spot.also if spec.spot else ()))
    return ManagedGroup(
        ami_type=ami_type(machine),
        capacity_type=_capacity_type(spec),
        instance_types=None if spec.capacity_block else types,
        min_nodes=spec.min_nodes,
        max_nodes=spec.max_nodes,
        labels=node_labels(name, spec),
        taints=taints(spec),
        zones=spec.zones or zones,
        update=spec.update or _update(machine),
        autoscaling_tags=autoscaling_tags(name, spec),
    )


def autoscaling_tags(name: str, spec: NodeGroupSpec) -> dict[str, str]:
    """What the cluster autoscaler reads of a group, and about a node where it has none.

    It asks EKS only as long as the group never had a node; later it reads these (FACTS 2.5). And
    how far the group may be emptied.
    """
    if spec.min_nodes:
        return _compaction_tags(spec)
    resources = node_capacity(spec).offered
    return {
        **_compaction_tags(spec),
        **{f"{TEMPLATE}/label/{key}": value for key, value in node_labels(name, spec).items()},
        **{f"{TEMPLATE}/taint/{t.key}": f"{t.value}:{t.effect}" for t in taints(spec)},
        **{f"{TEMPLATE}/resources/{name}": str(count) for name, count in resources.items()},
    }


def _compaction_tags(spec: NodeGroupSpec) -> dict[str, str]:
    """In place of the flags that hold for all groups (Cluster Autoscaler 1.35, AWS README)."""
    if spec.compaction is None:
        return {}
    options = f"{TEMPLATE}/autoscaling-options"
    return {
        f"{options}/scaledowngpuutilizationthreshold": str(spec.compaction.below_percent / 100),
        f"{options}/scaledownunneededtime": f"{spec.compaction.after_minutes}m0s",
    }


def _capacity_type(spec: NodeGroupSpec) -> CapacityType:
    if spec.capacity_block:
        return "CAPACITY_BLOCK"
    return "SPOT" if spec.spot else "ON_DEMAND"


def _update(machine: Instance) -> Update:
    """A GPU more than the group has is not to be had on the day of the update."""
    return Update(strategy="in_place" if machine.gpus else "surge")
