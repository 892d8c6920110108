"""KEDA's CRDs, from its module, and the external metrics API that its adapter serves."""

import base64
from pathlib import Path

from simulation.control_plane.manifest import Manifest, this_machine
from simulation.control_plane.site import Site
from simulation.control_plane.upstream import all_documents

NAMESPACE = "keda"
ADAPTER = "keda-metrics-apiserver"


def crds(source: Path, cache: Path) -> list[Manifest]:
    """Scaled objects and jobs, trigger authentications, event sources."""
    return all_documents(sorted((source / "config" / "crd" / "bases").glob("*.yaml")), cache)


def metrics_api(site: Site) -> list[Manifest]:
    """The aggregated API, and a Service that is this machine."""
    port = site.port["keda-adapter"]
    return [
        this_machine(ADAPTER, NAMESPACE, port),
        _api_service(port, site.authority.read_bytes()),
    ]


def _api_service(port: int, authority: bytes) -> Manifest:
    return {
        "apiVersion": "apiregistration.k8s.io/v1",
        "kind": "APIService",
        "metadata": {"name": "v1beta1.external.metrics.k8s.io"},
        "spec": {
            "group": "external.metrics.k8s.io",
            "version": "v1beta1",
            "groupPriorityMinimum": 100,
            "versionPriority": 100,
            "service": {"name": ADAPTER, "namespace": NAMESPACE, "port": port},
            "caBundle": base64.b64encode(authority).decode(),
        },
    }
