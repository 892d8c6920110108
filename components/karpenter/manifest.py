"""A node group as Karpenter's objects: the same labels, taints, disk and pods as a managed one."""

from catalogue.instances import instances
from components.launch_template.plan import HOP_LIMIT, ROOT_DEVICE
from components.launch_template.user_data import mime, node_config
from components.node_group.capacity import node_capacity
from components.node_group.ec2 import Disk, Karpenter
from components.node_group.scheduling import node_labels, taints
from components.node_group.spec import NodeGroupSpec
from components.types import Manifest

ARCHITECTURES = {"x86_64": "amd64", "arm64": "arm64"}


def ec2_node_class(name: str, spec: NodeGroupSpec, ami_release: str) -> Manifest:
    """How EC2 starts the group's nodes; where, and behind which security group, is added later.

    `ami_release` is what managed groups have, `1.35.6-20260714`; the alias takes its date, and
    finds the image with the NVIDIA driver by itself.
    """
    machine = instances()[str(spec.instance_type)]
    max_pods, has_nvme = node_capacity(spec).max_pods, machine.local_nvme_gb > 0
    return {
        "apiVersion": "karpenter.k8s.aws/v1",
        "kind": "EC2NodeClass",
        "metadata": {"name": name},
        "spec": {
            "amiSelectorTerms": [{"alias": f"al2023@v{ami_release.rpartition('-')[2]}"}],
            "kubelet": {"maxPods": max_pods},
            "userData": mime(node_config(max_pods, has_nvme=has_nvme, numa=spec.numa)),
            "metadataOptions": {"httpTokens": "required", "httpPutResponseHopLimit": HOP_LIMIT},
            "blockDeviceMappings": [_root(spec.disk)],
            "tags": {"Name": name},
            **({"instanceStorePolicy": "RAID0"} if machine.local_nvme_gb else {}),
            **_reservation(spec),
        },
    }


def node_pool(name: str, spec: NodeGroupSpec, zones: tuple[str, ...]) -> Manifest:
    """How many nodes, of which types, for how long; nodes that work stay unless the group compacts.

    `zones` are the network's, for a group that names none.
    """
    lifetime = spec.karpenter or Karpenter()
    node_class = {"group": "karpenter.k8s.aws", "kind": "EC2NodeClass", "name": name}
    return {
        "apiVersion": "karpenter.sh/v1",
        "kind": "NodePool",
        "metadata": {"name": name},
        "spec": {
            "limits": {"nodes": str(spec.max_nodes)},
            "disruption": {
                "consolidationPolicy": "Balanced" if spec.compaction else "WhenEmpty",
                "consolidateAfter": lifetime.consolidate_after,
                "budgets": [{"nodes": "1"}],
            },
            "template": {
                "metadata": {"labels": node_labels(name, spec)},
                "spec": {
                    "nodeClassRef": node_class,
                    "taints": [taint.model_dump() for taint in taints(spec)],
                    "expireAfter": lifetime.expire_after,
                    "requirements": _requirements(spec, spec.zones or zones),
                },
            },
        },
    }


def _requirements(spec: NodeGroupSpec, zones: tuple[str, ...]) -> list[Manifest]:
    machine = instances()[str(spec.instance_type)]
    types = [machine.name, *(spec.spot.also if spec.spot else ())]
    return [
        _one_of("node.kubernetes.io/instance-type", types),
        _one_of("kubernetes.io/arch", [ARCHITECTURES[machine.arch]]),
        _one_of("kubernetes.io/os", ["linux"]),
        _one_of("topology.kubernetes.io/zone", list(zones)),
        _one_of("karpenter.sh/capacity-type", [_capacity_type(spec)]),
    ]


def _one_of(key: str, values: list[str]) -> Manifest:
    return {"key": key, "operator": "In", "values": values}


def _capacity_type(spec: NodeGroupSpec) -> str:
    if spec.reservation or spec.capacity_block:
        return "reserved"
    return "spot" if spec.spot else "on-demand"


def _reservation(spec: NodeGroupSpec) -> Manifest:
    reserved = spec.reservation or spec.capacity_block
    return {"capacityReservationSelectorTerms": [{"id": reserved.id}]} if reserved else {}


def _root(disk: Disk) -> Manifest:
    return {
        "deviceName": ROOT_DEVICE,
        "rootVolume": True,
        "ebs": {
            "volumeType": "gp3",
            "volumeSize": f"{disk.gib}Gi",
            "iops": disk.iops,
            "throughput": disk.mib_per_second,
            "encrypted": True,
            "deleteOnTermination": True,
        },
    }
