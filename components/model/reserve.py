"""Placeholders that hold a stopped model's GPUs until somebody of higher priority wants them."""

from collections.abc import Iterator

from components.model.placement import Placement
from components.model.pod import SCHEDULER, pod_security
from components.model.predictor import resources
from components.model.spec import ModelSpec
from components.runtime.manifest import container_security
from components.types import Manifest


def placeholder(name: str, spec: ModelSpec, place: Placement, image: str) -> Iterator[Manifest]:
    """A Deployment that does nothing where the model would run, as large as the model."""
    if spec.reserve is None:
        return
    labels = {"app": f"{name}-reserve"}
    yield {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": f"{name}-reserve", "namespace": place.namespace},
        "spec": {
            "replicas": max(spec.scaling.min_replicas, 1),
            "selector": {"matchLabels": labels},
            "template": {
                "metadata": {"labels": labels, "annotations": _annotations(place)},
                "spec": _pod(spec, place, image),
            },
        },
    }


def _annotations(place: Placement) -> dict[str, str]:
    return {"scheduling.volcano.sh/queue-name": place.queue, "volcano.sh/preemptable": "true"}


def _pod(spec: ModelSpec, place: Placement, image: str) -> Manifest:
    return {
        "schedulerName": SCHEDULER,
        "priorityClassName": spec.reserve,
        "nodeSelector": place.node_selector,
        "tolerations": place.tolerations,
        "terminationGracePeriodSeconds": 0,
        **pod_security(),
        "containers": [
            {
                "name": "pause",
                "image": image,
                "resources": resources(spec, place),
                "securityContext": container_security(),
            }
        ],
    }
