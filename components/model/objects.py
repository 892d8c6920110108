"""What stands beside a model's InferenceService: each only where the model asks for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from components.cache.manifest import image_puller, local_model_cache
from components.hours.manifest import clock_objects
from components.model.autoscaling import scaler
from components.model.multi_node import pod_group
from components.model.placement import Placement, weights_gib
from components.model.pod import pod_security, served_by, service_account
from components.model.reserve import placeholder
from components.model.slo import default_signals
from components.model.spec import ModelSpec
from components.runtime.servers import SERVERS, runtime_for
from components.scaler.manifest import Target, scaled_object
from components.scaler.queries import signals
from components.types import Manifest

REPLICAS_WORTH_A_BUDGET = 2
"""A disruption budget over one replica either protects nothing or blocks every drain."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the stack has for all models: its Prometheus, and the images by what they are for."""

    prometheus_url: str
    kubectl_image: str
    pause_image: str
    vllm_image: str
    server_images: Mapping[str, str]


def beside(name: str, spec: ModelSpec, place: Placement, around: Surroundings) -> list[Manifest]:
    """Every further object of the model, in no particular order."""
    return [
        *_account(name, spec, place.namespace),
        *_disruption_budget(name, spec, place.namespace),
        *_scaler(name, spec, place.namespace, around),
        *pod_group(name, spec, place),
        *(
            clock_objects(name, place.namespace, spec.hours, around.kubectl_image)
            if spec.hours
            else []
        ),
        *placeholder(name, spec, place, around.pause_image),
        *_on_the_nodes(name, spec, place, around),
    ]


def _account(name: str, spec: ModelSpec, namespace: str) -> Iterator[Manifest]:
    """KServe's storage initializer takes its credentials from the account's secrets."""
    if service_account(name, spec) != name or spec.access.service_account:
        return
    secret, role = spec.access.secret, spec.access.role_arn
    yield {
        "apiVersion": "v1",
        "kind": "ServiceAccount",
        "metadata": {
            "name": name,
            "namespace": namespace,
            **({"annotations": {"eks.amazonaws.com/role-arn": role}} if role else {}),
        },
        **({"secrets": [{"name": secret}]} if secret else {}),
        "automountServiceAccountToken": False,
    }


def _disruption_budget(name: str, spec: ModelSpec, namespace: str) -> Iterator[Manifest]:
    said = spec.protection.disruption
    if said is None and spec.scaling.min_replicas < REPLICAS_WORTH_A_BUDGET:
        return
    rule = {"maxUnavailable": said.max_unavailable if said else 1}
    if said and said.min_available is not None:
        rule = {"minAvailable": said.min_available}
    yield {
        "apiVersion": "policy/v1",
        "kind": "PodDisruptionBudget",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {**rule, "selector": {"matchLabels": served_by(name, spec)}},
    }


def _scaler(name: str, spec: ModelSpec, namespace: str, around: Surroundings) -> Iterator[Manifest]:
    """None while the model is stopped: its Deployment is gone, and KEDA would only complain."""
    if spec.mode != "standard" or scaler(spec) != "external" or spec.stopped:
        return
    by = spec.scaling.by
    wanted = by.vllm if by and by.vllm else default_signals(spec.slo)
    target = Target(namespace=namespace, service=name, prometheus_url=around.prometheus_url)
    yield scaled_object(target, spec.scaling, signals(wanted, namespace, name))


def _on_the_nodes(
    name: str, spec: ModelSpec, place: Placement, around: Surroundings
) -> Iterator[Manifest]:
    """What is brought there before the first pod: weights, and the server's image."""
    if spec.delivery.by == "cache":
        size = spec.startup.weights_gib or weights_gib(spec, place.share)
        yield local_model_cache(name, spec, size)
    if spec.delivery.prepull:
        where = {
            "nodeSelector": place.node_selector,
            "tolerations": place.tolerations,
            **pod_security(),
        }
        yield image_puller(name, spec, where, (_image(spec, around), around.pause_image))


def _image(spec: ModelSpec, around: Surroundings) -> str:
    """What the model's server runs."""
    if spec.image is not None or spec.server is None:
        return spec.image or around.vllm_image
    if spec.server.container is not None:
        return spec.server.container.image
    runtime = runtime_for(str(spec.server.format), spec.gpus)
    return around.server_images[SERVERS[runtime].image]
