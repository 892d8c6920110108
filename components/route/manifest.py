"""What shares a model's requests between its versions in Standard mode: one HTTPRoute.

KServe's own `spec.canary` makes pods but splits nothing (KServe 0.20.0), so the weights are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from components.kserve.ingress import GATEWAY_NAME
from components.kserve.ingress import NAMESPACE as GATEWAY_NAMESPACE
from components.types import Manifest

PORT = 80


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A header whose `value` sends a request to the service `to`, whatever the weights."""

    header: str
    value: str
    to: str


@dataclass(frozen=True, kw_only=True)
class Route:
    """Requests for `host` by weights, after a `choice`; `timeout_seconds` is for a whole stream."""

    name: str
    namespace: str
    host: str | None
    weights: Mapping[str, int]
    choice: Choice | None
    timeout_seconds: int


def http_route(route: Route) -> Manifest:
    """The HTTPRoute; a header's rule stands first, and the first that matches wins."""
    choice = [_chosen(route, route.choice)] if route.choice else []
    return {
        "apiVersion": "gateway.networking.k8s.io/v1",
        "kind": "HTTPRoute",
        "metadata": {"name": route.name, "namespace": route.namespace},
        "spec": {
            "parentRefs": [{"name": GATEWAY_NAME, "namespace": GATEWAY_NAMESPACE}],
            **({"hostnames": [route.host]} if route.host else {}),
            "rules": [*choice, {"backendRefs": _weighted(route), **_timeouts(route)}],
        },
    }


def _chosen(route: Route, choice: Choice) -> Manifest:
    header = {"type": "Exact", "name": choice.header, "value": choice.value}
    return {
        "matches": [{"headers": [header]}],
        "backendRefs": [_backend(choice.to)],
        **_timeouts(route),
    }


def _weighted(route: Route) -> list[Manifest]:
    return [{**_backend(name), "weight": weight} for name, weight in route.weights.items()]


def _backend(service: str) -> Manifest:
    return {"name": f"{service}-predictor", "port": PORT}


def _timeouts(route: Route) -> Manifest:
    return {"timeouts": {"request": f"{route.timeout_seconds}s"}}
