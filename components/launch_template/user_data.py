"""What a node is told when it boots."""

import base64
import json

BOUNDARY = "NODECONFIG"


def node_config(max_pods: int, *, has_nvme: bool, numa: str | None = None) -> str:
    """nodeadm's NodeConfig (JSON is YAML).

    `maxPods` is the number that the allocatable was computed with; NVMe disks become one RAID0 for
    images and pods; several image layers are pulled and unpacked at once. By `numa` the kubelet
    gives a container its GPUs and cores of one NUMA node (KubeletConfiguration v1beta1).
    """
    storage = {"instance": {"localStorage": {"strategy": "RAID0"}}} if has_nvme else {}
    spec = {
        "kubelet": {"config": {"maxPods": max_pods, **_aligned(numa)}},
        **storage,
        "featureGates": {"FastImagePull": True},
    }
    config = {"apiVersion": "node.eks.aws/v1alpha1", "kind": "NodeConfig", "spec": spec}
    return json.dumps(config, indent=2)


def _aligned(numa: str | None) -> dict[str, str]:
    """Cores have no place of their own before the CPU manager deals them out."""
    return {"cpuManagerPolicy": "static", "topologyManagerPolicy": numa} if numa else {}


def mime(config: str) -> str:
    """`config` as the user data that EKS adds its own bootstrap to."""
    return (
        "MIME-Version: 1.0\n"
        f'Content-Type: multipart/mixed; boundary="{BOUNDARY}"\n\n'
        f"--{BOUNDARY}\n"
        "Content-Type: application/node.eks.aws\n\n"
        f"{config}\n"
        f"--{BOUNDARY}--\n"
    )


def encoded(text: str) -> str:
    """As EC2 takes user data: in base64."""
    return base64.b64encode(text.encode()).decode()
