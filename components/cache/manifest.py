"""What is on a node before a pod asks for it: a model's weights, a server's image."""

import math

from components.model.spec import ModelSpec
from components.quantity import memory_quantity
from components.runtime.manifest import container_security
from components.types import Manifest

FILLED_FROM = "kserve-localmodel-jobs"
"""Where KServe fetches what is cached, as that namespace's default account (KServe 0.20.0,
localmodelnode/controller.go): a tenant's account has no say there."""
NOT_AWAITED = {"pulumi.com/skipAwait": "true"}
"""Nothing depends on an image being there early, and a node may come at any time."""


def local_model_cache(name: str, spec: ModelSpec, weights_gib: float) -> Manifest:
    """KServe's LocalModelCache: it fills the disks of the node group and answers for the address.

    The name of the LocalModelNodeGroup is the node group's (KServe 0.20.0, cluster-scoped).
    """
    return {
        "apiVersion": "serving.kserve.io/v1alpha1",
        "kind": "LocalModelCache",
        "metadata": {"name": name},
        "spec": {
            "sourceModelUri": spec.source,
            "modelSize": memory_quantity(math.ceil(weights_gib)),
            "nodeGroups": [spec.node_group],
        },
    }


def image_puller(name: str, spec: ModelSpec, pod: Manifest, images: tuple[str, str]) -> Manifest:
    """A DaemonSet that keeps the first of `images` on the model's nodes, with the second, which
    does nothing; `pod` is how pods get onto those nodes."""
    image, pause = images
    labels = {"app": f"{name}-image"}
    return {
        "apiVersion": "apps/v1",
        "kind": "DaemonSet",
        "metadata": {
            "name": f"{name}-image",
            "namespace": spec.tenant,
            "annotations": NOT_AWAITED,
        },
        "spec": {
            "selector": {"matchLabels": labels},
            "template": {
                "metadata": {"labels": labels},
                "spec": {
                    **pod,
                    "initContainers": [_container("pull", image, ["/bin/true"])],
                    "containers": [_container("pause", pause, None)],
                },
            },
        },
    }


def _container(name: str, image: str, command: list[str] | None) -> Manifest:
    amounts = {"cpu": "10m", "memory": "16Mi"}
    return {
        "name": name,
        "image": image,
        **({"command": command} if command else {}),
        "resources": {"requests": amounts, "limits": amounts},
        "securityContext": container_security(),
    }
