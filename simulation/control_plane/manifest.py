"""Objects as plain data: where in the API one lies, and the few that every operator needs."""

from typing import Any

Manifest = dict[str, Any]


def root_of(version: str) -> str:
    """The path of everything of an apiVersion; Kubernetes' core has a place of its own."""
    return f"/apis/{version}" if "/" in version else f"/api/{version}"


def collection(manifest: Manifest, plural: str | None = None) -> str:
    """The path of the collection an object belongs to; `plural` where it is no regular one."""
    version, kind = manifest["apiVersion"], manifest["kind"]
    namespace = manifest["metadata"].get("namespace")
    inside = f"/namespaces/{namespace}" if namespace else ""
    return f"{root_of(version)}{inside}/{plural or _plural(kind.lower())}"


def _plural(kind: str) -> str:
    if kind.endswith("s"):
        return f"{kind}es"
    return f"{kind[:-1]}ies" if kind.endswith("y") else f"{kind}s"


def path(manifest: Manifest, plural: str | None = None) -> str:
    """The path of the object itself."""
    return f"{collection(manifest, plural)}/{manifest['metadata']['name']}"


def where(manifest: Manifest) -> str:
    """The object's name for people."""
    metadata = manifest["metadata"]
    namespace = f"{metadata['namespace']}/" if "namespace" in metadata else ""
    return f"{manifest['kind']} {namespace}{metadata['name']}"


def namespace(name: str) -> Manifest:
    """A namespace of that name."""
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name}}


def this_machine(name: str, namespace: str, port: int) -> Manifest:
    """A Service that leads to a process of this machine instead of to pods."""
    return {
        "apiVersion": "v1",
        "kind": "Service",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {
            "type": "ExternalName",
            "externalName": "localhost",
            "ports": [{"name": "https", "port": port}],
        },
    }
