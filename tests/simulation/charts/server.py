"""An API server that knows a few kinds, remembers what it was given, and refuses by name."""

from typing import Any

from simulation.control_plane import crds
from simulation.control_plane.api import Refused
from simulation.control_plane.manifest import Manifest

KINDS = {
    "v1": {
        "Namespace": ("namespaces", False),
        "ServiceAccount": ("serviceaccounts", True),
        "Pod": ("pods", True),
    },
    "apps/v1": {"Deployment": ("deployments", True)},
    "networking.k8s.io/v1": {"NetworkPolicy": ("networkpolicies", True)},
    "rbac.authorization.k8s.io/v1": {"ClusterRole": ("clusterroles", False)},
}


class Server:
    """`wrong` are the names that it refuses in a dry run."""

    def __init__(self, *wrong: str) -> None:
        self.wrong = wrong
        self.kinds = {version: dict(kinds) for version, kinds in KINDS.items()}
        self.given: list[str] = []
        self.plurals: set[str | None] = set()

    def find(self, target: str) -> Any | None:
        """The kinds of a version, or nothing."""
        version = target.removeprefix("/apis/").removeprefix("/api/")
        listed = [
            {"kind": kind, "name": plural, "namespaced": namespaced}
            for kind, (plural, namespaced) in self.kinds.get(version, {}).items()
        ]
        return {"resources": [*listed, {"kind": "Scale", "name": "a/scale"}]} if listed else None

    def get(self, target: str, accept: str = "") -> Any:
        """Lists, discovery, OpenAPI."""
        if target == crds.COLLECTION:
            return {"items": []}
        if target.startswith("/openapi/v3/"):
            return self._described(target.removeprefix("/openapi/v3"))
        return self.find(target) or {"items": []}

    def create(self, target: str, crd: Manifest) -> None:
        """A CRD: its kind is served at once."""
        spec = crd["spec"]
        kind = (spec["names"]["plural"], spec["scope"] == "Namespaced")
        for version in spec["versions"]:
            served = self.kinds.setdefault(f"{spec['group']}/{version['name']}", {})
            served[spec["names"]["kind"]] = kind

    def apply(self, made: Manifest) -> None:
        """Anything."""
        self.given.append(f"{made['kind']} {made['metadata']['name']}")

    def check(self, made: Manifest, plural: str | None = None) -> None:
        """A dry run."""
        self.plurals.add(plural)
        if made["metadata"]["name"] in self.wrong:
            raise Refused(403, f"{made['metadata']['name']} is forbidden")

    def _described(self, path: str) -> Any:
        version = path.removeprefix("/apis/").removeprefix("/api/")
        group, _, number = version.rpartition("/")
        named = {
            kind: {
                "type": "object",
                "x-kubernetes-group-version-kind": [
                    {"group": group, "version": number, "kind": kind}
                ],
            }
            for kind in self.kinds[version]
        }
        return {"components": {"schemas": named}}
