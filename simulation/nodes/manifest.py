"""The nodes that a cloud, its kubelets and the GPU Operator's discovery would have given."""

import re
from collections.abc import Iterator, Mapping

from catalogue.instances import instances
from components.node_group.capacity import NodeCapacity, node_capacity
from components.node_group.scheduling import node_labels, taints
from components.node_group.spec import NodeGroupSpec
from components.types import Manifest

REGION = "us-east-1"
ZONES = ("us-east-1a", "us-east-1b", "us-east-1c")
"""Where a group is simulated that names no zones: several, as EKS would spread it."""

SIMULATED = "simulation.gpu-inference/node"
EPHEMERAL_STORAGE = "200Gi"


def nodes(groups: Mapping[str, NodeGroupSpec]) -> Iterator[Manifest]:
    """Every node of every group, at the group's largest: what an autoscaler could grow it to."""
    for name, spec in groups.items():
        for index in range(spec.max_nodes):
            yield node(name, spec, index)


def node(group: str, spec: NodeGroupSpec, index: int) -> Manifest:
    """The `index`th node of a group, in the group's zones by turns."""
    name = f"{group}-{index}"
    zones = spec.zones or ZONES
    amounts = _amounts(node_capacity(spec))
    return {
        "apiVersion": "v1",
        "kind": "Node",
        "metadata": {
            "name": name,
            "labels": {
                **_kubelet_labels(name, spec, zones[index % len(zones)]),
                **_discovered_labels(node_capacity(spec)),
                **node_labels(group, spec),
                SIMULATED: group,
            },
        },
        "spec": {"taints": [taint.model_dump() for taint in taints(spec)]},
        "status": {"capacity": amounts, "allocatable": amounts},
    }


def _amounts(capacity: NodeCapacity) -> Manifest:
    offered = {name: str(count) for name, count in capacity.offered.items()}
    return {
        "cpu": f"{round(capacity.cpu * 1000)}m",
        "memory": f"{capacity.memory_mib}Mi",
        "pods": str(capacity.max_pods),
        "ephemeral-storage": EPHEMERAL_STORAGE,
        **offered,
    }


def _kubelet_labels(name: str, spec: NodeGroupSpec, zone: str) -> dict[str, str]:
    instance = instances().get(spec.instance_type or "")
    arch = "arm64" if instance and instance.arch == "arm64" else "amd64"
    machine = {"node.kubernetes.io/instance-type": instance.name} if instance else {}
    return {
        "kubernetes.io/hostname": name,
        "kubernetes.io/os": "linux",
        "kubernetes.io/arch": arch,
        "topology.kubernetes.io/zone": zone,
        "topology.kubernetes.io/region": REGION,
        **machine,
    }


def _discovered_labels(capacity: NodeCapacity) -> dict[str, str]:
    """What NFD and GPU Feature Discovery would find (gpu-operator 26.7.0, GFD labels)."""
    if not capacity.gpus:
        return {}
    return {
        "feature.node.kubernetes.io/pci-10de.present": "true",
        "nvidia.com/gpu.count": str(capacity.gpus),
        "nvidia.com/gpu.memory": str(capacity.gpu_memory_mib),
        "nvidia.com/gpu.product": _label_value(capacity.gpu_product or "unknown"),
        "nvidia.com/gpu.replicas": "1",
    }


def _label_value(text: str) -> str:
    return re.sub(r"[^\w.-]+", "-", text)[:63].strip("-_.")
