"""A node that falls silent: no kubelet plays it any more, and Kubernetes does the rest."""

from components.types import Manifest
from simulation.control_plane.api import Api
from simulation.control_plane.kubernetes.kwok import LOST


def silence(api: Api, name: str) -> None:
    """No word from its kubelet, no lease."""
    api.apply(_node(name, {LOST: "true"}))


def wake(api: Api, name: str) -> None:
    """Its kubelet is back; what else was written here about the node is gone, too."""
    api.apply(_node(name, {}))


def _node(name: str, labels: dict[str, str]) -> Manifest:
    return {"apiVersion": "v1", "kind": "Node", "metadata": {"name": name, "labels": labels}}
