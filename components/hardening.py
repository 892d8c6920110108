"""What a container of an operator is denied, where its chart leaves that to us."""

from components.types import Manifest

SECCOMP: Manifest = {"seccompProfile": {"type": "RuntimeDefault"}}
"""For a pod whose user is the chart's or the image's own business."""

POD: Manifest = {"runAsNonRoot": True, **SECCOMP}

CONTAINER: Manifest = {
    "allowPrivilegeEscalation": False,
    "readOnlyRootFilesystem": True,
    "capabilities": {"drop": ["ALL"]},
}
