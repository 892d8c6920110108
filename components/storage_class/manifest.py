"""The storage class that a claim gets which names none."""

from components.types import Manifest


def gp3() -> Manifest:
    """Encrypted gp3; made in the zone of the pod that first uses it, and growing on request.

    EKS's own class is gp2 and not the default, and pulumi-eks's argument for classes is the in-tree
    provisioner's, which is gone (pulumi-eks#510, #833).
    """
    return {
        "apiVersion": "storage.k8s.io/v1",
        "kind": "StorageClass",
        "metadata": {
            "name": "gp3",
            "annotations": {"storageclass.kubernetes.io/is-default-class": "true"},
        },
        "provisioner": "ebs.csi.aws.com",
        "parameters": {"type": "gp3", "encrypted": "true"},
        "volumeBindingMode": "WaitForFirstConsumer",
        "allowVolumeExpansion": True,
    }
