"""Models that KServe keeps on nodes: its agent, a volume for each group, and a folder to write to.

The chart (v0.20.0) has a value for the agent's folder and does not use it: files/resources.yaml
says `/models`, so the volumes do too. Its agent is no root and cannot make that folder.
"""

from collections.abc import Iterable

from components.availability import resources
from components.kserve.ingress import NAMESPACE
from components.kserve.spec import LocalModels
from components.node_group.scheduling import KEEPS_MODELS, NODE_GROUP_LABEL
from components.types import Manifest

FOLDER = "/models"
READERS = 1000
"""The group in which KServe's download jobs write and its servers read."""
KEPT = f"{FOLDER}/models"
MAKE_FOLDER = f"mkdir -p {KEPT} && chgrp {READERS} {KEPT} && chmod 3777 {KEPT}"


def local_model_values() -> Manifest:
    """The ConfigMap stays the main chart's; the agent finds its nodes by their label."""
    small = {"controller": {"resources": resources(0.1, 0.25)}}
    return {
        "kserve": {
            "createSharedResources": False,
            "localmodel": {"enabled": True, **small},
            "localmodelnode": small,
        }
    }


def local_model_objects(
    spec: LocalModels, groups: Iterable[str], image: str
) -> tuple[Manifest, ...]:
    """A LocalModelNodeGroup for each node group that keeps models, and their folder."""
    return (*(_node_group(name, spec) for name in groups), _folder(image))


def _node_group(name: str, spec: LocalModels) -> Manifest:
    size = f"{spec.disk_gib}Gi"
    expression = {"key": NODE_GROUP_LABEL, "operator": "In", "values": [name]}
    claim = {"accessModes": ["ReadWriteOnce"], "storageClassName": "local-storage"}
    return {
        "apiVersion": "serving.kserve.io/v1alpha1",
        "kind": "LocalModelNodeGroup",
        "metadata": {"name": name},
        "spec": {
            "storageLimit": size,
            "persistentVolumeClaimSpec": {**claim, "resources": {"requests": {"storage": size}}},
            "persistentVolumeSpec": {
                **claim,
                "capacity": {"storage": size},
                "volumeMode": "Filesystem",
                "local": {"path": FOLDER},
                "nodeAffinity": {
                    "required": {"nodeSelectorTerms": [{"matchExpressions": [expression]}]}
                },
            },
        },
    }


def _folder(image: str) -> Manifest:
    """Root for a moment on each node; then it only waits for the next one."""
    labels = {"app": "local-model-folder"}
    made = {
        "name": "folder",
        "image": image,
        "command": ["/bin/sh", "-c", MAKE_FOLDER],
        "resources": resources(0.01, 0.03125),
        "securityContext": {
            "runAsUser": 0,
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"], "add": ["CHOWN", "FOWNER", "DAC_OVERRIDE"]},
        },
        "volumeMounts": [{"name": "models", "mountPath": FOLDER}],
    }
    return {
        "apiVersion": "apps/v1",
        "kind": "DaemonSet",
        "metadata": {"name": "local-model-folder", "namespace": NAMESPACE},
        "spec": {
            "selector": {"matchLabels": labels},
            "template": {"metadata": {"labels": labels}, "spec": _pod(made, image)},
        },
    }


def _pod(made: Manifest, image: str) -> Manifest:
    waits = {
        "name": "wait",
        "image": image,
        "command": ["/bin/sh", "-c", "sleep infinity"],
        "resources": resources(0.01, 0.03125),
        "securityContext": {
            "runAsUser": READERS,
            "runAsNonRoot": True,
            "allowPrivilegeEscalation": False,
            "readOnlyRootFilesystem": True,
            "capabilities": {"drop": ["ALL"]},
        },
    }
    return {
        "nodeSelector": KEEPS_MODELS,
        "automountServiceAccountToken": False,
        "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}},
        "initContainers": [made],
        "containers": [waits],
        "volumes": [
            {"name": "models", "hostPath": {"path": FOLDER, "type": "DirectoryOrCreate"}},
        ],
    }
