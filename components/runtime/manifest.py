"""How KServe starts a server: one ClusterServingRuntime for each, which every model names.

Naming it pins it: left to auto-selection, KServe would choose again on every reconcile
(KServe 0.20.0 pkg/apis/serving/v1beta1/predictor_model.go).
"""

from components.runtime.servers import Server
from components.types import Manifest

RUNTIME = "platform-vllm"
MODEL_FORMAT = "vLLM"
STREAMED = "huggingface"
"""The one format that KServe lets start without fetching anything first."""
PORT = 8080
SERVER_USER = 10001
"""No user of the image nor of any node; USER is the model initializer's, in its own image."""
NAMELESS = {"name": "USER", "value": "server"}
"""torch asks what its user is called, and ends where nobody knows (vllm-project/vllm#44548)."""
USER = 1000
MODEL_PATH = "/mnt/models"
SHARED_MEMORY = "8Gi"
SCRATCH = "20Gi"


def vllm_runtime(image: str) -> Manifest:
    """vLLM as a server of what KServe puts below /mnt/models."""
    container = {**vllm_container(image), "name": "kserve-container"}
    formats = [
        {"name": name, "version": "1", "autoSelect": False} for name in (MODEL_FORMAT, STREAMED)
    ]
    return _runtime(RUNTIME, PORT, {"supportedModelFormats": formats, "containers": [container]})


def server_runtime(name: str, server: Server, image: str) -> Manifest:
    """One of the servers beside vLLM."""
    container = {
        "name": "kserve-container",
        "image": image,
        **({"command": list(server.command)} if server.command else {}),
        "args": list(server.args),
        "ports": [{"name": "http1", "containerPort": PORT, "protocol": "TCP"}],
        "env": [{"name": "HOME", "value": "/tmp"}, NAMELESS],
        "securityContext": container_security(read_only_root=server.read_only_root),
        "volumeMounts": volume_mounts(),
    }
    formats = [
        {"name": name, "version": version, "autoSelect": False} for name, version in server.formats
    ]
    return _runtime(
        name,
        server.metrics_port,
        {
            "supportedModelFormats": formats,
            "protocolVersions": list(server.protocols),
            "containers": [container],
        },
    )


def _runtime(name: str, metrics_port: int, spec: Manifest) -> Manifest:
    return {
        "apiVersion": "serving.kserve.io/v1alpha1",
        "kind": "ClusterServingRuntime",
        "metadata": {"name": name},
        "spec": {
            "annotations": {
                "prometheus.kserve.io/port": str(metrics_port),
                "prometheus.kserve.io/path": "/metrics",
            },
            **spec,
            "volumes": volumes(),
        },
    }


def vllm_container(image: str) -> Manifest:
    """The container without a name; start-up and readiness are each model's own."""
    return {
        "image": image,
        "command": ["vllm", "serve", MODEL_PATH],
        "args": [f"--port={PORT}", "--served-model-name={{.Name}}"],
        "env": vllm_environment(),
        "ports": [{"name": "http1", "containerPort": PORT, "protocol": "TCP"}],
        "livenessProbe": {
            "httpGet": {"path": "/health", "port": PORT},
            "periodSeconds": 10,
            "failureThreshold": 6,
        },
        "securityContext": container_security(),
        "volumeMounts": volume_mounts(),
    }


def vllm_environment() -> list[Manifest]:
    """The root file system is read-only: every cache goes to /tmp."""
    caches = [{"name": name, "value": "/tmp"} for name in ("HOME", "HF_HOME", "VLLM_CACHE_ROOT")]
    return [*caches, NAMELESS]


def container_security(*, read_only_root: bool = True) -> Manifest:
    """Pod Security level `restricted`, and mostly a root file system nobody can write."""
    return {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": read_only_root,
        "runAsNonRoot": True,
        "runAsUser": SERVER_USER,
        "capabilities": {"drop": ["ALL"]},
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def volume_mounts() -> list[Manifest]:
    """Shared memory and a place to write."""
    return [{"name": "shm", "mountPath": "/dev/shm"}, {"name": "tmp", "mountPath": "/tmp"}]


def volumes() -> list[Manifest]:
    """Shared memory is bounded: it counts against the container's memory limit."""
    return [
        {"name": "shm", "emptyDir": {"medium": "Memory", "sizeLimit": SHARED_MEMORY}},
        {"name": "tmp", "emptyDir": {"sizeLimit": SCRATCH}},
    ]
