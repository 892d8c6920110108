"""Every model of a stack with all that belongs to it, as plain data: no Pulumi, no cluster."""

from dataclasses import dataclass

from components.model.endpoint import Endpoint, endpoint
from components.model.manifest import inference_service
from components.model.metrics import metrics_port
from components.model.objects import Surroundings, beside
from components.model.placement import Placement, placement
from components.model.spec import ModelSpec
from components.monitor.spec import MetricsSpec
from components.runtime.manifest import server_runtime
from components.runtime.servers import SERVERS, runtime_for
from components.types import Manifest
from stacks import versions
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class Served:
    """One model's objects, its InferenceService first, and what its clients need to know."""

    objects: list[Manifest]
    endpoint: Endpoint


def served(config: StackConfig) -> dict[str, Served]:
    """All of them, by name."""
    around = surroundings(config)
    return {name: _served(name, spec, config, around) for name, spec in config.models.items()}


def _served(name: str, spec: ModelSpec, config: StackConfig, around: Surroundings) -> Served:
    place = placed(spec, config)
    return Served(
        objects=[inference_service(name, spec, place), *beside(name, spec, place, around)],
        endpoint=endpoint(name, spec, str(place.budget), None),
    )


def placed(spec: ModelSpec, config: StackConfig) -> Placement:
    """Where `spec` runs in this stack."""
    return placement(spec, config.tenants[spec.tenant], config.node_groups[spec.node_group])


def surroundings(config: StackConfig) -> Surroundings:
    """What the stack has for all its models."""
    metrics = config.metrics or MetricsSpec()
    return Surroundings(
        prometheus_url=metrics.prometheus_url,
        kubectl_image=versions.KUBECTL_IMAGE,
        pause_image=versions.PAUSE_IMAGE,
    )


def scraped(config: StackConfig) -> dict[str, list[int]]:
    """On which ports each tenant's models show metrics; nothing where nobody collects them."""
    if config.metrics is None or config.metrics.scrape == "none":
        return {}
    ports: dict[str, set[int]] = {}
    for spec in config.models.values():
        port = metrics_port(spec)
        if port is not None:
            ports.setdefault(spec.tenant, set()).add(port)
    return {tenant: sorted(found) for tenant, found in sorted(ports.items())}


def runtimes(config: StackConfig) -> list[Manifest]:
    """The runtime of each server beside vLLM that some model uses, and no other."""
    used = {
        runtime_for(spec.server.format, spec.gpus)
        for spec in config.models.values()
        if spec.server is not None and spec.server.format is not None
    }
    return [
        server_runtime(name, SERVERS[name], versions.SERVER_IMAGES[SERVERS[name].image])
        for name in sorted(used)
    ]
