"""Every model of a stack with all that belongs to it, as plain data: no Pulumi, no cluster."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from components.model.endpoint import Endpoint, endpoint
from components.model.manifest import inference_service
from components.model.metrics import metrics_port
from components.model.objects import Surroundings, beside
from components.model.placement import Placement, placement
from components.model.spec import ModelSpec
from components.model.traffic import route
from components.model.variants import Variant, variants
from components.monitor.manifest import pod_monitor
from components.monitor.spec import MetricsSpec
from components.runtime.manifest import server_runtime
from components.runtime.multi_node import multi_node_runtime
from components.runtime.servers import SERVERS, runtime_for
from components.types import Manifest
from stacks import versions
from stacks.config import StackConfig
from stacks.rollouts import Spares, spares


@dataclass(frozen=True, kw_only=True)
class Served:
    """One model's objects, its InferenceServices first, and what its clients need to know."""

    objects: list[Manifest]
    endpoint: Endpoint


def served(config: StackConfig) -> dict[str, Served]:
    """All of them, by name."""
    around, room = surroundings(config), spares(config)
    domain = config.platform.gateway.domain if config.platform.gateway else None
    return {
        name: _served(name, spec, around, lambda one: placed(one, config, room), domain)
        for name, spec in config.models.items()
    }


def _served(
    name: str,
    spec: ModelSpec,
    around: Surroundings,
    place: Callable[[ModelSpec], Placement],
    domain: str | None,
) -> Served:
    parts = variants(name, spec)
    made = [_objects(part, name, place(part.spec), around) for part in parts]
    return Served(
        objects=[*(m for group in made for m in group), *route(name, spec, parts, domain)],
        endpoint=endpoint(name, spec, str(place(parts[0].spec).budget), domain),
    )


def _objects(part: Variant, model: str, place: Placement, around: Surroundings) -> list[Manifest]:
    own = place if part.name == model else replace(place, version_of=model)
    service = inference_service(part.name, part.spec, own)
    return [service, *beside(part.name, part.spec, own, around)]


def placed(spec: ModelSpec, config: StackConfig, room: Spares) -> Placement:
    """Where `spec` runs in this stack, and whether an update finds room beside it."""
    group = config.node_groups[spec.node_group]
    place = placement(spec, config.tenants[spec.tenant], group)
    initializer = versions.STORAGE_INITIALIZER_IMAGE
    return replace(place, surge=room.surges(spec), initializer=initializer)


def surroundings(config: StackConfig) -> Surroundings:
    """What the stack has for all its models."""
    metrics = config.metrics or MetricsSpec()
    return Surroundings(
        prometheus_url=metrics.prometheus_url,
        kubectl_image=versions.KUBECTL_IMAGE,
        pause_image=versions.PAUSE_IMAGE,
        vllm_image=config.runtime.image or versions.VLLM_IMAGE,
        server_images=versions.SERVER_IMAGES,
    )


def scraped(config: StackConfig) -> dict[str, list[Manifest]]:
    """How each tenant's models are scraped, by tenant; nothing where nobody collects metrics."""
    if config.metrics is None or config.metrics.scrape == "none":
        return {}
    ports: dict[str, set[int]] = {}
    for spec in config.models.values():
        port = metrics_port(spec)
        if port is not None:
            ports.setdefault(spec.tenant, set()).add(port)
    return {
        tenant: [pod_monitor(tenant, port) for port in sorted(found)]
        for tenant, found in sorted(ports.items())
    }


def runtimes(config: StackConfig) -> list[Manifest]:
    """The runtime of each server beside vLLM that some model uses, and no other."""
    used = {
        runtime_for(spec.server.format, spec.gpus)
        for spec in config.models.values()
        if spec.server is not None and spec.server.format is not None
    }
    spanning = any(spec.nodes > 1 for spec in config.models.values())
    image = config.runtime.image or versions.VLLM_IMAGE
    return [
        *([multi_node_runtime(image)] if spanning else []),
        *(
            server_runtime(name, SERVERS[name], versions.SERVER_IMAGES[SERVERS[name].image])
            for name in sorted(used)
        ),
    ]
