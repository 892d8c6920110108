"""How KServe starts vLLM: one ClusterServingRuntime that every model names.

Naming it pins it: left to auto-selection, KServe would choose again on every reconcile
(KServe 0.20.0 pkg/apis/serving/v1beta1/predictor_model.go).
"""

from components.types import Manifest

RUNTIME = "platform-vllm"
MODEL_FORMAT = "vLLM"
PORT = 8080
USER = 1000
MODEL_PATH = "/mnt/models"
STARTUP_SECONDS = 1800
PROBE_SECONDS = 10


def vllm_runtime(image: str) -> Manifest:
    """The runtime: how a server starts, is probed, and where its metrics are."""
    return {
        "apiVersion": "serving.kserve.io/v1alpha1",
        "kind": "ClusterServingRuntime",
        "metadata": {"name": RUNTIME},
        "spec": {
            "annotations": {
                "prometheus.kserve.io/port": str(PORT),
                "prometheus.kserve.io/path": "/metrics",
            },
            "supportedModelFormats": [{"name": MODEL_FORMAT, "version": "1", "autoSelect": False}],
            "containers": [_container(image)],
            "volumes": _volumes(),
        },
    }


def _container(image: str) -> Manifest:
    return {
        "name": "kserve-container",
        "image": image,
        "command": ["vllm", "serve", MODEL_PATH],
        "args": [f"--port={PORT}", "--served-model-name={{.Name}}"],
        "env": _environment(),
        "ports": [{"name": "http1", "containerPort": PORT, "protocol": "TCP"}],
        **_probes(),
        "securityContext": container_security(),
        "volumeMounts": [
            {"name": "shm", "mountPath": "/dev/shm"},
            {"name": "tmp", "mountPath": "/tmp"},
        ],
    }


def _environment() -> list[Manifest]:
    """The root file system is read-only: every cache goes to /tmp."""
    return [{"name": name, "value": "/tmp"} for name in ("HOME", "HF_HOME", "VLLM_CACHE_ROOT")]


def _probes() -> Manifest:
    """vLLM listens only once its model is loaded: the start-up probe is the one that waits."""
    health = {"httpGet": {"path": "/health", "port": PORT}}
    return {
        "startupProbe": {
            **health,
            "periodSeconds": PROBE_SECONDS,
            "failureThreshold": STARTUP_SECONDS // PROBE_SECONDS,
        },
        "readinessProbe": {**health, "periodSeconds": 5, "failureThreshold": 3},
        "livenessProbe": {**health, "periodSeconds": 10, "failureThreshold": 6},
    }


def container_security() -> Manifest:
    """Pod Security level `restricted`, and a root file system nobody can write."""
    return {
        "allowPrivilegeEscalation": False,
        "readOnlyRootFilesystem": True,
        "runAsNonRoot": True,
        "runAsUser": USER,
        "capabilities": {"drop": ["ALL"]},
        "seccompProfile": {"type": "RuntimeDefault"},
    }


def _volumes() -> list[Manifest]:
    """Shared memory is bounded: it counts against the container's memory limit."""
    return [
        {"name": "shm", "emptyDir": {"medium": "Memory", "sizeLimit": "8Gi"}},
        {"name": "tmp", "emptyDir": {"sizeLimit": "20Gi"}},
    ]
