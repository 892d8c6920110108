"""What serves a model that is not vLLM's business: a server by model format, or a container."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from components.types import AtLeastOne, PinnedImage, Positive, Spec

Format = Literal[
    "huggingface",
    "onnx",
    "pytorch",
    "sklearn",
    "tensorflow",
    "tensorrt",
    "triton",
    "xgboost",
]
EnvironmentName = Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
FORBIDDEN = {
    "PYTHONPATH": "KServe refuses it in every container (0.20.0 pkg/validation/env_policy.go)",
    "VLLM_PORT": "vLLM takes it for the port of its workers, not of its API",
    "TENSOR_PARALLEL_SIZE": "KServe sets it; write `engine.tensor_parallel`",
    "PIPELINE_PARALLEL_SIZE": "KServe sets it; write `engine.pipeline_parallel`",
    "HF_TOKEN": "it would stand in the pod's plain text; name a Secret under `access.secret`",
    "VLLM_API_KEY": "it would stand in the pod's plain text; the gateway says who may call",
}


def checked_environment(given: dict[str, str]) -> dict[str, str]:
    """`given`, unless a name or a value would be misread on its way to the container."""
    for name, value in given.items():
        if name in FORBIDDEN:
            raise ValueError(f"{name}: {FORBIDDEN[name]}")
        if "{{" in value:
            raise ValueError(f"{name}: KServe reads `{{{{` as its own template")
    return given


class Container(Spec):
    """Somebody's own image. It listens on `port`, answers `health` when it is ready to serve, and
    `metrics` says whether /metrics on that port is for Prometheus.

    It runs as user 1000 on a read-only root with /tmp to write to, as every server here does.
    """

    image: PinnedImage
    command: tuple[str, ...] = ()
    args: tuple[str, ...] = ()
    port: AtLeastOne = 8080
    health: str = "/health"
    metrics: bool = False


class SideContainer(Container):
    """A transformer or an explainer: a Deployment of its own beside the predictor's.

    KServe hands it `--model_name`, `--predictor_host` and `--http_port`; it must accept them
    (0.20.0 pkg/apis/serving/v1beta1/transformer_custom.go).
    """

    cpu: Positive = 1
    memory_gib: Positive = 2
    min_replicas: AtLeastOne = 1
    max_replicas: AtLeastOne = 1


class ServerSpec(Spec):
    """Exactly one: the server for a model `format`, or a `container`."""

    format: Format | None = None
    container: Container | None = None

    @model_validator(mode="after")
    def _one_server(self) -> Self:
        if (self.format is None) == (self.container is None):
            raise ValueError("needs exactly one of format and container")
        return self
