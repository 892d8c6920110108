"""Where a model's server shows its metrics, if it does."""

from components.model.spec import ModelSpec
from components.runtime.manifest import PORT
from components.runtime.servers import SERVERS, runtime_for


def metrics_port(spec: ModelSpec) -> int | None:
    """The port of /metrics: the runtime's own, or a container's where it says that it has one."""
    if spec.server is None:
        return PORT
    if spec.server.container is not None:
        return spec.server.container.port if spec.server.container.metrics else None
    return SERVERS[runtime_for(str(spec.server.format), spec.gpus)].metrics_port
