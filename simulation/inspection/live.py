"""What the cluster's controllers made of a stack: scanners see nothing in an InferenceService."""

from collections.abc import Collection, Iterator

from components.types import Manifest
from simulation.control_plane.api import Readable
from simulation.control_plane.manifest import root_of
from simulation.inspection.cleaned import cleaned
from simulation.inspection.rollout import settle

COLLECTIONS = {
    ("v1", "Pod"): "pods",
    ("v1", "Service"): "services",
    ("apps/v1", "Deployment"): "deployments",
    ("autoscaling/v2", "HorizontalPodAutoscaler"): "horizontalpodautoscalers",
    ("batch/v1", "Job"): "jobs",
}


def live(api: Readable, namespaces: Collection[str]) -> list[Manifest]:
    """Pods and all that stands around them in those namespaces, fit to be read by a checker."""
    settle(lambda: [found for namespace in namespaces for found in _deployments(api, namespace)])
    return [found for namespace in namespaces for found in _in(api, namespace)]


def _deployments(api: Readable, namespace: str) -> list[Manifest]:
    return _items(api, namespace, "apps/v1", "deployments")


def _in(api: Readable, namespace: str) -> Iterator[Manifest]:
    """The items of a list do not say what they are: the list has said it for all of them."""
    for (version, kind), plural in COLLECTIONS.items():
        for item in _items(api, namespace, version, plural):
            if "deletionTimestamp" not in item["metadata"]:
                yield {"apiVersion": version, "kind": kind, **cleaned(item)}


def _items(api: Readable, namespace: str, version: str, plural: str) -> list[Manifest]:
    found: list[Manifest] = api.get(f"{root_of(version)}/namespaces/{namespace}/{plural}")["items"]
    return found
