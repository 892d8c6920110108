"""How requests find the versions of a model."""

from collections.abc import Iterator

from components.model.spec import ModelSpec
from components.model.variants import Variant
from components.route.manifest import Choice, Route, http_route
from components.types import Manifest

CLUSTER_LOCAL = {"networking.kserve.io/visibility": "cluster-local"}
"""KServe makes no route of its own for a version: ours is the one for all of them."""


def host(name: str, tenant: str, domain: str | None) -> str | None:
    """As KServe's own domain template would call it."""
    return f"{name}-{tenant}.{domain}" if domain else None


def revision_traffic(spec: ModelSpec) -> Manifest:
    """The newest revision's share in Knative mode; the last rolled-out one has the rest."""
    if spec.mode != "knative" or spec.traffic is None or spec.traffic.canary is None:
        return {}
    return {"canaryTrafficPercent": spec.traffic.percent}


def route(
    name: str, spec: ModelSpec, parts: tuple[Variant, ...], domain: str | None
) -> Iterator[Manifest]:
    """The weighted route over the versions, in Standard mode."""
    if spec.traffic is None or spec.mode != "standard":
        return
    header, canary = spec.traffic.header, spec.traffic.canary
    to = f"{name}-{canary}"
    choice = Choice(header=header.name, value=header.value, to=to) if header else None
    yield http_route(
        Route(
            name=name,
            namespace=spec.tenant,
            host=host(name, spec.tenant, domain),
            weights={part.name: part.weight for part in parts},
            choice=choice,
            timeout_seconds=spec.timeout_seconds,
        )
    )
