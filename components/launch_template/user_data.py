"""What a node is told when it boots."""

import base64
import json

BOUNDARY = "NODECONFIG"


def node_config(max_pods: int, *, has_nvme: bool) -> str:
    """nodeadm's NodeConfig (JSON is YAML).

    `maxPods` is the number that the allocatable was computed with; NVMe disks become one RAID0 for
    images and pods; several image layers are pulled and unpacked at once.
    """
    storage = {"instance": {"localStorage": {"strategy": "RAID0"}}} if has_nvme else {}
    spec = {
        "kubelet": {"config": {"maxPods": max_pods}},
        **storage,
        "featureGates": {"FastImagePull": True},
    }
    config = {"apiVersion": "node.eks.aws/v1alpha1", "kind": "NodeConfig", "spec": spec}
    return json.dumps(config, indent=2)


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
