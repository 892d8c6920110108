"""Knative's CRDs, configuration and webhooks, read from its modules and set for this cluster."""

from collections.abc import Mapping
from pathlib import Path

from simulation.control_plane.manifest import Manifest, this_machine
from simulation.control_plane.upstream import all_documents, documents

NAMESPACE = "knative-serving"
WEBHOOK = "webhook"

# Nothing here can pull an image, so no registry is asked what a tag means.
REGISTRIES = (
    "dev.local",
    "docker.io",
    "gcr.io",
    "ghcr.io",
    "index.docker.io",
    "ko.local",
    "kind.local",
    "nvcr.io",
    "public.ecr.aws",
    "quay.io",
    "registry.k8s.io",
)
CONFIGURATION: Mapping[str, Mapping[str, str]] = {
    "config-deployment": {
        "queue-sidecar-image": "gcr.io/knative-releases/knative.dev/serving/cmd/queue",
        "registries-skipping-tag-resolving": ",".join(REGISTRIES),
    },
    # A killed controller's successor need not wait for a minute.
    "config-leader-election": {
        "lease-duration": "6s",
        "renew-deadline": "4s",
        "retry-period": "1s",
    },
}


def crds(serving: Path, networking: Path, caching: Path, cache: Path) -> list[Manifest]:
    """The kinds of Serving, and those it shares with network layers and image caches."""
    directories = (serving / "config/core/300-resources", networking / "config", caching / "config")
    files = [file for part in directories for file in sorted(part.glob("*.yaml"))]
    found = all_documents(files, cache)
    return [each for each in found if each["kind"] == "CustomResourceDefinition"]


def namespace(serving: Path) -> Manifest:
    """Where Knative's own objects live."""
    [found] = documents(serving / "config" / "core" / "100-namespace.yaml")
    return found


def configuration(
    serving: Path, networking: Path, overrides: Mapping[str, Mapping[str, str]]
) -> list[Manifest]:
    """Every ConfigMap: upstream's values, ours over them, `overrides` over both."""
    files = sorted((serving / "config" / "core" / "configmaps").glob("*.yaml"))
    files.append(networking / "config" / "config-network.yaml")
    found = [each for file in files for each in documents(file)]
    unknown = overrides.keys() - {each["metadata"]["name"] for each in found}
    if unknown:
        raise ValueError(f"Knative has no such ConfigMap: {', '.join(sorted(unknown))}")
    return [_configured(each, overrides) for each in found]


def _configured(found: Manifest, overrides: Mapping[str, Mapping[str, str]]) -> Manifest:
    """Without the example, whose checksum would be the webhook's only interest."""
    name = found["metadata"]["name"]
    data = {key: text for key, text in found.get("data", {}).items() if key != "_example"}
    data |= {**CONFIGURATION.get(name, {}), **overrides.get(name, {})}
    labels = found["metadata"].get("labels", {})
    metadata = {"name": name, "namespace": NAMESPACE, "labels": labels}
    return found | {"metadata": metadata, "data": data}


def webhooks(serving: Path, port: int) -> list[Manifest]:
    """Its webhook configurations, the certificate it fills in, and a Service that is this machine.

    Knative insists on a Service in its webhook configurations; of type ExternalName it is one.
    """
    files = sorted((serving / "config" / "core" / "webhooks").glob("*.yaml"))
    found = [each for file in files for each in documents(file)]
    return [this_machine(WEBHOOK, NAMESPACE, port), *(_on_port(each, port) for each in found)]


def _on_port(found: Manifest, port: int) -> Manifest:
    if "webhooks" not in found:
        return found
    return found | {"webhooks": [_hook_on_port(hook, port) for hook in found["webhooks"]]}


def _hook_on_port(hook: Manifest, port: int) -> Manifest:
    service = hook["clientConfig"]["service"] | {"port": port}
    return hook | {"clientConfig": {"service": service}}
