"""Where the models' metrics are collected, and asked for again by whoever scales on them."""

from typing import Literal

from components.types import Spec


class MetricsSpec(Spec):
    """A Prometheus, and what tells it where the models are: PodMonitors in every tenant's
    namespace, or nothing where it finds them by itself or the operator is not installed."""

    scrape: Literal["pod_monitors", "none"] = "pod_monitors"
    prometheus_url: str = "http://kube-prometheus-stack-prometheus.monitoring.svc:9090"
