"""KServe's CRDs, configuration and webhooks, read from its module and set for this cluster."""

import json
from collections.abc import Mapping
from pathlib import Path

from simulation.control_plane.kserve.processes import NAMESPACE
from simulation.control_plane.manifest import Manifest, namespace
from simulation.control_plane.site import Site
from simulation.control_plane.upstream import all_documents, documents
from simulation.control_plane.webhooks import by_url

# What a cluster without Knative, Istio and an ingress controller needs said (FACTS 2.1).
CONFIGURATION: Mapping[str, Mapping[str, object]] = {
    "deploy": {"defaultDeploymentMode": "Standard"},
    "ingress": {"disableIstioVirtualHost": True, "disableIngressCreation": True},
}
CRDS = ("config/crd/full", "config/crd/full/clusterstoragecontainer")
NO_MANIFEST = "kustomization.yaml"


def crds(source: Path, cache: Path) -> list[Manifest]:
    """The kinds its controller serves; LLMInferenceService and the local model cache have their
    own controllers, which are not built here."""
    files = [file for part in CRDS for file in sorted((source / part).glob("*.yaml"))]
    return all_documents([file for file in files if file.name != NO_MANIFEST], cache)


def namespaces() -> list[Manifest]:
    """Where KServe's configuration lives."""
    return [namespace(NAMESPACE)]


def configuration(source: Path, overrides: Mapping[str, str]) -> Manifest:
    """`inferenceservice-config`: upstream's values, ours over them, `overrides` over both."""
    [found] = documents(source / "config" / "configmap" / "inferenceservice.yaml")
    data = {key: text for key, text in found["data"].items() if key != "_example"}
    for key, fields in CONFIGURATION.items():
        data[key] = _merged(data.get(key), fields)
    for key, text in overrides.items():
        data[key] = _merged(data.get(key), json.loads(text))
    return found | {"data": data}


def _merged(text: str | None, fields: Mapping[str, object]) -> str:
    return json.dumps(json.loads(text or "{}") | dict(fields), indent=1)


def storage_container(source: Path, version: str, ours: Mapping[str, object]) -> Manifest:
    """The initializer that downloads models: upstream's, its released image, `ours` over both."""
    [found] = documents(source / "config" / "storagecontainers" / "default.yaml")
    image = {"image": f"kserve/storage-initializer:{version}"}
    container = found["spec"]["container"] | image | dict(ours)
    return found | {"spec": found["spec"] | {"container": container}}


def webhooks(source: Path, site: Site) -> list[Manifest]:
    """Defaulter, validators and the pod mutator, served by the manager's own process."""
    found = documents(source / "config" / "webhook" / "manifests.yaml")
    return [by_url(configuration, site, "kserve-webhook") for configuration in found]
