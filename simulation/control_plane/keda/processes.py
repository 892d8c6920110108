"""KEDA's operator, which asks metric sources, and its adapter, which answers the API server."""

import shutil
from pathlib import Path

from simulation.control_plane.environment import environment
from simulation.control_plane.keda.objects import NAMESPACE
from simulation.control_plane.process import Process, command
from simulation.control_plane.site import LOOPBACK, Site


def operator(site: Site, binary: Path) -> Process:
    """The operator; its certificates are ours, so it does not rotate any."""
    arguments: dict[str, object] = {
        "kubeconfig": site.kubeconfig("keda"),
        "metrics-bind-address": site.address("keda-operator-metrics"),
        "health-probe-bind-address": site.address("keda-operator-health"),
        "metrics-service-bind-address": site.address("keda-operator"),
        "cert-dir": _certificates(site),
        "enable-cert-rotation": False,
    }
    return Process(name="keda-operator", argv=command(binary, arguments), env=_environment(site))


def adapter(site: Site, binary: Path) -> Process:
    """The adapter, an aggregated API server of its own."""
    kubeconfig = site.kubeconfig("keda")
    directory = _certificates(site)
    arguments: dict[str, object] = {
        "kubeconfig": kubeconfig,
        "lister-kubeconfig": kubeconfig,
        "authentication-kubeconfig": kubeconfig,
        "authorization-kubeconfig": kubeconfig,
        "bind-address": LOOPBACK,
        "secure-port": site.port["keda-adapter"],
        "port": site.port["keda-adapter-metrics"],
        "metrics-service-address": f"localhost:{site.port['keda-operator']}",
        "client-ca-file": directory / "ca.crt",
        "tls-cert-file": directory / "tls.crt",
        "tls-private-key-file": directory / "tls.key",
        "cert-dir": directory,
    }
    return Process(name="keda-adapter", argv=command(binary, arguments), env=_environment(site))


def _environment(site: Site) -> dict[str, str]:
    return environment(
        site,
        KEDA_CLUSTER_OBJECT_NAMESPACE=NAMESPACE,
        POD_NAMESPACE=NAMESPACE,
        WATCH_NAMESPACE="",
    )


def _certificates(site: Site) -> Path:
    directory = site.directory / "temporary" / "keda"
    directory.mkdir(exist_ok=True)
    shutil.copy(site.authority, directory / "ca.crt")
    shutil.copy(site.certificate("server"), directory / "tls.crt")
    shutil.copy(site.key("server"), directory / "tls.key")
    return directory
