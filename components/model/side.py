"""The Deployments beside a predictor: what comes before it, and what explains it."""

from components.model.pod import SCHEDULER, pod_security
from components.model.server import SideContainer
from components.model.spec import ModelSpec
from components.node_group.loss import leaving_after
from components.quantity import cpu_quantity, memory_quantity
from components.runtime.manifest import container_security, volume_mounts, volumes
from components.types import Manifest


def side_components(spec: ModelSpec, priority: str) -> Manifest:
    """`transformer` and `explainer` of the InferenceService, each only where it is asked for."""
    asked = {"transformer": spec.transformer, "explainer": spec.explainer}
    leaving = {"tolerations": leaving_after(spec.protection.lost_node_seconds)}
    return {
        name: {**_side(side, priority), **leaving}
        for name, side in asked.items()
        if side is not None
    }


def _side(side: SideContainer, priority: str) -> Manifest:
    """They need no GPU, and the GPU nodes' taint keeps them elsewhere."""
    return {
        "minReplicas": side.min_replicas,
        "maxReplicas": side.max_replicas,
        "schedulerName": SCHEDULER,
        "priorityClassName": priority,
        **pod_security(),
        "containers": [_container(side)],
        "volumes": volumes(),
    }


def _container(side: SideContainer) -> Manifest:
    health = {"httpGet": {"path": side.health, "port": side.port}}
    amounts = {"cpu": cpu_quantity(side.cpu), "memory": memory_quantity(side.memory_gib)}
    return {
        "name": "kserve-container",
        "image": side.image,
        **({"command": list(side.command)} if side.command else {}),
        **({"args": list(side.args)} if side.args else {}),
        "ports": [{"name": "http1", "containerPort": side.port, "protocol": "TCP"}],
        "env": [{"name": "HOME", "value": "/tmp"}],
        "resources": {"requests": amounts, "limits": amounts},
        "readinessProbe": {**health, "periodSeconds": 5, "failureThreshold": 3},
        "securityContext": container_security(),
        "volumeMounts": volume_mounts(),
    }
