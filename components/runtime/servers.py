"""The servers beside vLLM, one row each: how upstream starts them, and for which model formats.

Source: KServe's own ClusterServingRuntimes, kserve@v0.17.0 config/runtimes/*.yaml; the same in
0.20.0. TorchServe and Triton write below their own folders, so their root stays writable.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, kw_only=True)
class Server:
    """One server program; `image` is its key in the versions."""

    image: str
    formats: tuple[tuple[str, str], ...]
    args: tuple[str, ...]
    command: tuple[str, ...] = ()
    protocols: tuple[str, ...] = ("v1", "v2")
    metrics_port: int = 8080
    read_only_root: bool = True


SKLEARN = ("--model_name={{.Name}}", "--model_dir=/mnt/models", "--http_port=8080")
HUGGINGFACE = Server(
    image="",
    formats=(("huggingface", "1"),),
    args=("--model_name={{.Name}}", "--model_dir=/mnt/models"),
    protocols=("v2", "v1"),
)

SERVERS: dict[str, Server] = {
    "platform-sklearn": Server(image="sklearn", formats=(("sklearn", "1"),), args=SKLEARN),
    "platform-xgboost": Server(
        image="xgboost", formats=(("xgboost", "2"),), args=(*SKLEARN, "--nthread=1")
    ),
    "platform-huggingface": replace(HUGGINGFACE, image="huggingface"),
    "platform-huggingface-gpu": replace(HUGGINGFACE, image="huggingface-gpu"),
    "platform-tensorflow": Server(
        image="tensorflow",
        formats=(("tensorflow", "2"),),
        command=("/usr/bin/tensorflow_model_server",),
        args=(
            "--model_name={{.Name}}",
            "--port=9000",
            "--rest_api_port=8080",
            "--model_base_path=/mnt/models",
            "--rest_api_timeout_in_ms=60000",
        ),
        protocols=("v1", "grpc-v1"),
    ),
    "platform-torchserve": Server(
        image="torchserve",
        formats=(("pytorch", "1"),),
        args=(
            "torchserve",
            "--start",
            "--model-store=/mnt/models/model-store",
            "--ts-config=/mnt/models/config/config.properties",
        ),
        protocols=("v1", "v2", "grpc-v2"),
        metrics_port=8082,
        read_only_root=False,
    ),
    "platform-triton": Server(
        image="triton",
        formats=(("onnx", "1"), ("tensorrt", "8"), ("triton", "2")),
        args=(
            "tritonserver",
            "--model-store=/mnt/models",
            "--grpc-port=9000",
            "--http-port=8080",
            "--allow-grpc=true",
            "--allow-http=true",
        ),
        protocols=("v2", "grpc-v2"),
        metrics_port=8002,
        read_only_root=False,
    ),
}


def runtime_for(model_format: str, gpus: int) -> str:
    """The one runtime for a model format; Hugging Face's has another image for GPUs."""
    known = {name: key for key, server in SERVERS.items() for name, _ in server.formats}
    if model_format == "huggingface":
        return "platform-huggingface-gpu" if gpus else "platform-huggingface"
    return known[model_format]
