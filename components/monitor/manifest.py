"""The scrape configuration that finds the servers in both modes.

KServe's own annotation points at 9091, which is Knative's queue-proxy and does not exist in
Standard mode, and the Prometheus Operator reads no annotations; a named port exists in neither.
So: the pod's address and the number of the port (KServe 0.20.0, PodMonitor `portNumber`).
"""

from components.types import Manifest

METRICS_LABEL = "gpu-inference/metrics-port"
MODEL_LABEL = "gpu-inference/model"
INTERVAL = "15s"


def metrics_label(port: int | None) -> dict[str, str]:
    """What a pod is labelled with so that it is scraped; nothing where there is nothing."""
    return {} if port is None else {METRICS_LABEL: str(port)}


def pod_monitor(namespace: str, port: int) -> Manifest:
    """Every predictor of the namespace that shows its metrics on `port`."""
    labels = {METRICS_LABEL: str(port), "component": "predictor"}
    return {
        "apiVersion": "monitoring.coreos.com/v1",
        "kind": "PodMonitor",
        "metadata": {"name": f"{namespace}-{port}", "namespace": namespace},
        "spec": {
            "selector": {"matchLabels": labels},
            "podTargetLabels": [MODEL_LABEL],
            "podMetricsEndpoints": [_endpoint(port)],
        },
    }


def _endpoint(port: int) -> Manifest:
    """A multi-node model's workers carry the same labels but serve no HTTP: only their `app` ends
    in -worker, which no selector can say."""
    workers = {
        "action": "drop",
        "sourceLabels": ["__meta_kubernetes_pod_label_app"],
        "regex": ".+-worker",
    }
    return {
        "portNumber": port,
        "path": "/metrics",
        "interval": INTERVAL,
        "relabelings": [workers],
    }
