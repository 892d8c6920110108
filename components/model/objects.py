"""What stands beside a model's InferenceService: each only where the model asks for it."""

from collections.abc import Iterator
from dataclasses import dataclass

from components.hours.manifest import clock_objects
from components.model.autoscaling import scaler
from components.model.multi_node import pod_group
from components.model.placement import Placement
from components.model.pod import served_by, service_account
from components.model.reserve import placeholder
from components.model.slo import default_signals
from components.model.spec import ModelSpec
from components.scaler.manifest import Target, scaled_object
from components.scaler.queries import signals
from components.types import Manifest

REPLICAS_WORTH_A_BUDGET = 2
"""A disruption budget over one replica either protects nothing or blocks every drain."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the stack has for all models: its Prometheus, and two small images."""

    prometheus_url: str
    kubectl_image: str
    pause_image: str


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
