"""Knative's controller and webhook. Its autoscaler and activator call pods, and are not run."""

from pathlib import Path

from simulation.control_plane.environment import environment
from simulation.control_plane.knative.objects import NAMESPACE, WEBHOOK
from simulation.control_plane.process import Process
from simulation.control_plane.site import LOOPBACK, Site


def controller(site: Site, binary: Path) -> Process:
    """Services, revisions and routes."""
    return _process(site, "knative-controller", binary)


def webhook(site: Site, binary: Path) -> Process:
    """Defaults and validation of Knative's objects and of its own configuration."""
    port = str(site.port["knative-webhook"])
    return _process(site, "knative-webhook", binary, WEBHOOK_NAME=WEBHOOK, WEBHOOK_PORT=port)


def _process(site: Site, name: str, binary: Path, **more: str) -> Process:
    env = environment(
        site,
        KUBECONFIG=str(site.kubeconfig("knative")),
        SYSTEM_NAMESPACE=NAMESPACE,
        POD_NAME=name,
        CONFIG_LOGGING_NAME="config-logging",
        CONFIG_OBSERVABILITY_NAME="config-observability",
        METRICS_DOMAIN="knative.dev/serving",
        METRICS_PROMETHEUS_HOST=LOOPBACK,
        METRICS_PROMETHEUS_PORT=str(site.port[f"{name}-metrics"]),
        PROFILING_PORT=str(site.port[f"{name}-profiling"]),
        **more,
    )
    return Process(name=name, argv=(str(binary),), env=env)
