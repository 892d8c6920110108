"""The server in a model's pods: vLLM, a server by model format, or a container of one's own."""

from components.model.arguments import engine_arguments
from components.model.engine import EngineSpec
from components.model.fabric import fabric_environment
from components.model.placement import Placement
from components.model.readiness import (
    container_probes,
    drain,
    drain_arguments,
    engine_patience,
    vllm_probes,
)
from components.model.server import Container
from components.model.spec import ModelSpec
from components.model.storage import (
    adapter_mounts,
    adapters,
    storage_environment,
    storage_uri,
)
from components.quantity import cpu_quantity, memory_quantity
from components.runtime.manifest import (
    MODEL_FORMAT,
    RUNTIME,
    STREAMED,
    container_security,
    volume_mounts,
    volumes,
)
from components.runtime.multi_node import RUNTIME as TWO_NODES
from components.runtime.servers import runtime_for
from components.types import Manifest


def server(name: str, spec: ModelSpec, place: Placement) -> Manifest:
    """The part of the predictor that says what runs, and where its files come from."""
    if spec.server is None:
        return {**adapters(spec, place), "model": _vllm(name, spec, place)}
    if spec.server.container is not None:
        return _own(spec, spec.server.container, place)
    return {"model": _by_format(spec, str(spec.server.format), place)}


def _vllm(name: str, spec: ModelSpec, place: Placement) -> Manifest:
    """A version answers to its model's name: the last of two equal options wins."""
    served_name = [f"--served-model-name={place.version_of}"] if place.version_of else []
    environment = engine_environment(spec, place)
    return {
        **_weights(spec),
        "runtime": RUNTIME if spec.nodes == 1 else TWO_NODES,
        **_image(spec),
        "args": [*_arguments(spec, place), *served_name],
        **({"env": environment} if environment else {}),
        "resources": resources(spec, place),
        **adapter_mounts(spec),
        **vllm_probes(place.version_of or name, spec, place),
        **drain(spec),
    }


def _weights(spec: ModelSpec) -> Manifest:
    """A stream is vLLM's own business: it is given the address instead of a folder."""
    if spec.delivery.by == "stream":
        command = ["vllm", "serve", spec.source]
        return {"modelFormat": {"name": STREAMED}, "command": command}
    return {"modelFormat": {"name": MODEL_FORMAT}, **storage_uri(spec)}


def _arguments(spec: ModelSpec, place: Placement) -> list[str]:
    stream = ["--load-format=runai_streamer"] if spec.delivery.by == "stream" else []
    engine = engine_arguments(_engine(spec, place), spec.gpus * spec.nodes)
    return [*stream, *engine, *drain_arguments(spec)]


def _by_format(spec: ModelSpec, model_format: str, place: Placement) -> Manifest:
    return {
        "modelFormat": {"name": model_format},
        "runtime": runtime_for(model_format, spec.gpus),
        **storage_uri(spec),
        **_image(spec),
        **({"env": _environment(spec)} if spec.environment else {}),
        "resources": resources(spec, place),
        **drain(spec),
    }


def _own(spec: ModelSpec, container: Container, place: Placement) -> Manifest:
    """KServe knows the server among containers by its name."""
    server = {
        "name": "kserve-container",
        "image": container.image,
        **({"command": list(container.command)} if container.command else {}),
        **({"args": list(container.args)} if container.args else {}),
        "ports": [{"name": "http1", "containerPort": container.port, "protocol": "TCP"}],
        "env": [
            {"name": "HOME", "value": "/tmp"},
            *storage_environment(spec),
            *_environment(spec),
        ],
        "resources": resources(spec, place),
        **container_probes(container.health, container.port, place),
        **drain(spec),
        "securityContext": container_security(),
        "volumeMounts": volume_mounts(),
    }
    return {"containers": [server], "volumes": volumes()}


def _image(spec: ModelSpec) -> Manifest:
    return {"image": spec.image} if spec.image else {}


def engine_environment(spec: ModelSpec, place: Placement) -> list[Manifest]:
    """Of each pod in which vLLM runs."""
    return [*engine_patience(place), *fabric_environment(place), *_environment(spec)]


def _environment(spec: ModelSpec) -> list[Manifest]:
    return [{"name": name, "value": value} for name, value in sorted(spec.environment.items())]


def _engine(spec: ModelSpec, place: Placement) -> EngineSpec:
    """A server on a GPU it shares would take nearly all of its memory unless told its part."""
    if place.share.isolated or spec.engine.gpu_memory_utilization is not None:
        return spec.engine
    fraction = {"gpu_memory_utilization": place.share.memory_fraction}
    return spec.engine.model_copy(update=fraction)


def resources(spec: ModelSpec, place: Placement) -> Manifest:
    """Requests equal limits: KServe would fill in a missing one with 1 CPU and 2 GiB."""
    gpus = {place.share.resource: spec.gpus, **place.share.also} if spec.gpus else {}
    amounts = {
        "cpu": cpu_quantity(place.resources.cpu),
        "memory": memory_quantity(place.resources.memory_gib),
        **{name: str(amount) for name, amount in {**gpus, **place.interfaces}.items()},
    }
    return {"requests": amounts, "limits": amounts}
