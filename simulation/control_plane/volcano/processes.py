"""Volcano: its scheduler, its controllers, and the webhooks that keep jobs and queues sound."""

from pathlib import Path

from components.volcano.scheduler import scheduler_conf
from components.volcano.spec import SchedulerSpec
from simulation.control_plane.environment import environment
from simulation.control_plane.files import written
from simulation.control_plane.parts import Parts
from simulation.control_plane.process import Process, command
from simulation.control_plane.site import LOOPBACK, Site

ADMISSIONS = (
    "/jobs/mutate",
    "/jobs/validate",
    "/podgroups/mutate",
    "/queues/mutate",
    "/queues/validate",
)
DEFAULT_CONFIGURATION = scheduler_conf(SchedulerSpec(), flat=True)


def scheduler(site: Site, binary: Path, parts: Parts) -> Process:
    """The scheduler with the stack's own configuration."""
    config = site.directory / "config" / "volcano-scheduler.yaml"
    inputs = written(config, parts.scheduler_conf or DEFAULT_CONFIGURATION)
    arguments: dict[str, object] = {
        "kubeconfig": site.kubeconfig("volcano"),
        "scheduler-conf": config,
        "leader-elect": False,
        "enable-metrics": True,
        "listen-address": site.address("volcano-scheduler"),
        "enable-healthz": True,
        "healthz-address": site.address("volcano-scheduler-health"),
        "cache-dumper": False,
        "plugins-dir": "",
        "kube-api-qps": 200,
        "kube-api-burst": 400,
    }
    return Process(
        name="volcano-scheduler",
        argv=command(binary, arguments),
        env=_environment(site),
        inputs=inputs,
    )


def controllers(site: Site, binary: Path) -> Process:
    """The controllers of jobs, queues and the pod groups that plain pods get."""
    arguments: dict[str, object] = {
        "kubeconfig": site.kubeconfig("volcano"),
        "leader-elect": False,
        "enable-healthz": True,
        "healthz-address": site.address("volcano-controller-health"),
        "kube-api-qps": 200,
        "kube-api-burst": 400,
        "worker-threads-for-podgroup": 20,
    }
    return Process(
        name="volcano-controller-manager", argv=command(binary, arguments), env=_environment(site)
    )


def webhooks(site: Site, binary: Path) -> Process:
    """The webhook server; the configurations that name it must exist before it starts."""
    arguments: dict[str, object] = {
        "kubeconfig": site.kubeconfig("volcano"),
        "listen-address": LOOPBACK,
        "port": site.port["volcano-webhook"],
        "webhook-url": site.url("volcano-webhook"),
        "enabled-admission": ",".join(ADMISSIONS),
        "tls-cert-file": site.certificate("server"),
        "tls-private-key-file": site.key("server"),
        "ca-cert-file": site.authority,
        "enable-healthz": True,
        "healthz-address": site.address("volcano-webhook-health"),
    }
    return Process(
        name="volcano-webhook-manager", argv=command(binary, arguments), env=_environment(site)
    )


def _environment(site: Site) -> dict[str, str]:
    """Its plugin for shared GPUs looks for a kubeconfig here, whatever the flag says."""
    return environment(site, KUBECONFIG=str(site.kubeconfig("volcano")))
