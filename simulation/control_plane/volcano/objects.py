"""Volcano's CRDs, from its module, and its webhook configurations, as its chart makes them."""

from pathlib import Path

from simulation.control_plane.manifest import Manifest, namespace
from simulation.control_plane.site import Site
from simulation.control_plane.upstream import all_documents
from simulation.control_plane.volcano.processes import ADMISSIONS
from simulation.control_plane.webhooks import client

NAMESPACE = "volcano-system"
# The chart's webhooks template: for each resource its API, and what is validated besides creation.
APIS = {
    "jobs": ("batch.volcano.sh", "v1alpha1"),
    "podgroups": ("scheduling.volcano.sh", "v1beta1"),
    "queues": ("scheduling.volcano.sh", "v1beta1"),
}
OPERATIONS = {
    "/jobs/validate": ["CREATE", "UPDATE"],
    "/queues/validate": ["CREATE", "UPDATE", "DELETE"],
}


def crds(source: Path, cache: Path) -> list[Manifest]:
    """Jobs, commands, pod groups, queues, NUMA topologies and job flows."""
    directories = ("config/crd/volcano/bases", "config/crd/jobflow/bases")
    files = [file for part in directories for file in sorted((source / part).glob("*.yaml"))]
    return all_documents(files, cache)


def namespaces() -> list[Manifest]:
    """Where Volcano's own objects live."""
    return [namespace(NAMESPACE)]


def webhooks(site: Site) -> list[Manifest]:
    """One configuration for each admission the webhook process serves."""
    return [_webhook(site, path) for path in ADMISSIONS]


def _webhook(site: Site, path: str) -> Manifest:
    verb = path.rpartition("/")[2]
    kind = "MutatingWebhookConfiguration" if verb == "mutate" else "ValidatingWebhookConfiguration"
    return {
        "apiVersion": "admissionregistration.k8s.io/v1",
        "kind": kind,
        "metadata": {"name": f"volcano-admission-service{path.replace('/', '-')}"},
        "webhooks": [_hook(site, path)],
    }


def _hook(site: Site, path: str) -> Manifest:
    _, resource, verb = path.split("/")
    return {
        "name": f"{verb}{resource.removesuffix('s')}.volcano.sh",
        "admissionReviewVersions": ["v1"],
        "clientConfig": client(site, "volcano-webhook", path),
        "failurePolicy": "Fail",
        "matchPolicy": "Equivalent",
        "namespaceSelector": _outside_the_system(),
        "rules": [_rule(resource, OPERATIONS.get(path, ["CREATE"]))],
        "sideEffects": "NoneOnDryRun",
        "timeoutSeconds": 10,
    }


def _rule(resource: str, operations: list[str]) -> Manifest:
    group, version = APIS[resource]
    return {
        "apiGroups": [group],
        "apiVersions": [version],
        "operations": operations,
        "resources": [resource],
        "scope": "*",
    }


def _outside_the_system() -> Manifest:
    key = "kubernetes.io/metadata.name"
    values = [NAMESPACE, "kube-system"]
    return {"matchExpressions": [{"key": key, "operator": "NotIn", "values": values}]}
