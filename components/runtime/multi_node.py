"""vLLM on two nodes: the head serves, the worker joins it; no Ray between them.

vLLM's own multiprocessing spans nodes when each is told its rank (0.33.0 engine/arg_utils.py,
--nnodes --node-rank --master-addr --headless). KServe tells the worker the head's Service in
HEAD_SVC, which resolves before the head is ready (kserve@v0.17.0 service_reconciler.go).
"""

from components.runtime.manifest import MODEL_FORMAT, PORT, vllm_container, volumes
from components.types import Manifest

RUNTIME = "platform-vllm-two-nodes"
NODES = 2
BACKEND = "multinode/executor-backend"
OWN_ADDRESS = [
    {"name": "POD_IP", "valueFrom": {"fieldRef": {"fieldPath": "status.podIP"}}},
    {"name": "VLLM_HOST_IP", "value": "$(POD_IP)"},
]
"""vLLM would otherwise guess under which of its addresses the other node finds it."""


def multi_node_runtime(image: str) -> Manifest:
    """The runtime of every model that takes two nodes."""
    return {
        "apiVersion": "serving.kserve.io/v1alpha1",
        "kind": "ClusterServingRuntime",
        "metadata": {"name": RUNTIME, "annotations": {BACKEND: "mp"}},
        "spec": {
            "annotations": {
                "prometheus.kserve.io/port": str(PORT),
                "prometheus.kserve.io/path": "/metrics",
            },
            "supportedModelFormats": [{"name": MODEL_FORMAT, "version": "1", "autoSelect": False}],
            "containers": [_head(image)],
            "volumes": volumes(),
            "workerSpec": {"containers": [_worker(image)], "volumes": volumes()},
        },
    }


def _head(image: str) -> Manifest:
    container = vllm_container(image)
    rank = [f"--nnodes={NODES}", "--node-rank=0", "--master-addr=$(POD_IP)"]
    return {
        **container,
        "name": "kserve-container",
        "args": [*container["args"], *rank],
        "env": [*OWN_ADDRESS, *container["env"]],
    }


def _worker(image: str) -> Manifest:
    """It serves nothing, so it has no port and no probe: if the head dies, so does it."""
    container = vllm_container(image)
    rank = [f"--nnodes={NODES}", "--node-rank=1", "--master-addr=$(HEAD_SVC)", "--headless"]
    kept = ("image", "command", "securityContext", "volumeMounts")
    return {
        "name": "worker-container",
        **{field: container[field] for field in kept},
        "args": rank,
        "env": [*OWN_ADDRESS, *container["env"]],
    }
