"""Objects that cluster tests create, and the patience to see what becomes of them."""

from collections.abc import Mapping

from simulation.control_plane import ControlPlane
from simulation.control_plane.manifest import Manifest, collection, path


def created(plane: ControlPlane, manifest: Manifest) -> str:
    """Create an object; returns where it lies."""
    plane.api.create(collection(manifest), manifest)
    return path(manifest)


def conditions(plane: ControlPlane, place: str) -> dict[str, str]:
    """An object's own word on how it is."""
    found = plane.api.get(place).get("status", {}).get("conditions", [])
    return {condition["type"]: condition["status"] for condition in found}


def pods(plane: ControlPlane, namespace: str) -> list[Manifest]:
    """Every pod of a namespace."""
    found: list[Manifest] = plane.api.get(f"/api/v1/namespaces/{namespace}/pods")["items"]
    return found


def model(name: str, namespace: str, node: str, **annotations: str) -> Manifest:
    """A model of two GPUs in Standard mode, scheduled by Volcano on one node."""
    room = {"cpu": "1", "memory": "1Gi", "nvidia.com/gpu": "2"}
    container = {
        "name": "kserve-container",
        "image": "vllm/vllm-openai",
        "resources": {"limits": room, "requests": room},
    }
    fixed = {"serving.kserve.io/deploymentMode": "Standard", SCALER: "none"}
    return {
        "apiVersion": "serving.kserve.io/v1beta1",
        "kind": "InferenceService",
        "metadata": {"name": name, "namespace": namespace, "annotations": fixed | annotations},
        "spec": {
            "predictor": {
                "schedulerName": "volcano",
                "nodeSelector": {"kubernetes.io/hostname": node},
                "containers": [container],
            }
        },
    }


SCALER = "serving.kserve.io/autoscalerClass"


def job(name: str, namespace: str, annotations: Mapping[str, str]) -> Manifest:
    """A Job of one pod, scheduled by Volcano."""
    room = {"cpu": "1", "memory": "1Gi"}
    container = {"name": "train", "image": "train", "resources": {"limits": room}}
    return {
        "apiVersion": "batch/v1",
        "kind": "Job",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {
            "template": {
                "metadata": {"annotations": dict(annotations)},
                "spec": {
                    "schedulerName": "volcano",
                    "restartPolicy": "Never",
                    "containers": [container],
                },
            }
        },
    }
