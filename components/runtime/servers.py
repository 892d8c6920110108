"""The servers beside vLLM, one row each: how upstream starts them, and for which model formats.

Source: KServe's own ClusterServingRuntimes, kserve@v0.17.0 config/runtimes/*.yaml; the same in
0.20.0. TorchServe and Triton write below their own folders, so their root stays writable.
"""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Server:
    """One server program; `image` is its key in the versions, `metrics_port` where it is scraped."""

    image: str
    formats: tuple[tuple[str, str], ...]
    args: tuple[str, ...]
    command: tuple[str, ...] = ()
    protocols: tuple[str, ...] = ("v1", "v2")
    metrics_port: int = 8080
    read_only_root: bool = True


SKLEARN = ("--model_name={{.Name}}", "--model_dir=/mnt/models", "--http_port=8080")

SERVERS: dict[str, Server] = {
    "platform-sklearn": Server(image="sklearn", formats=(("sklearn", "1"),), args=SKLEARN),
    "platform-xgboost": Server(
        image="xgboost", formats=(("xgboost", "2"),), args=(*SKLEARN, "--nthread=1")
    ),
    "platform-huggingface": Server(
        image="huggingface",
        formats=(("huggingface", "1"),),
        args=("--model_name={{.Name}}", "--model_dir=/mnt/models"),
        protocols=("v2", "v1"),
    ),
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
BY_FORMAT: dict[str, str] = {
    model_format: runtime
    for runtime, server in SERVERS.items()
    for model_format, _ in server.formats
}
"""The one runtime for each model format: naming it pins it."""
