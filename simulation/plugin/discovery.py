"""A kind is found under a path that the API server tells, and tells anew when CRDs arrive."""

import threading
import time
from dataclasses import dataclass
from typing import Final

from simulation.plugin.api import Api, Failure
from simulation.plugin.values import Properties

FRESH: Final = 0.3


class NoSuchKind(Exception):
    """No API of that version has that kind, at least not yet."""

    def __init__(self, version: str, kind: str) -> None:
        super().__init__(
            f"the API server knows no {kind} in {version}: is its "
            "CustomResourceDefinition installed?"
        )


@dataclass(frozen=True)
class Resource:
    """Where the objects of one kind are."""

    root: str
    plural: str
    namespaced: bool

    def path(self, namespace: str, name: str = "") -> str:
        """The path of a collection, or of one object in it."""
        within = f"/namespaces/{namespace}" if self.namespaced and namespace else ""
        return f"{self.root}{within}/{self.plural}" + (f"/{name}" if name else "")


class Kinds:
    """The kinds that the API server serves, each version read once."""

    def __init__(self, api: Api) -> None:
        self._api = api
        self._known: dict[str, dict[str, Resource]] = {}
        self._read_at: dict[str, float] = {}
        self._lock = threading.Lock()

    def find(self, version: str, kind: str) -> Resource:
        """Where this kind is, asking the server again only if it was not there before."""
        found = self._known.get(version, {}).get(kind)
        if found:
            return found
        with self._lock:
            if kind not in self._known.get(version, {}) and self._stale(version):
                self._known[version] = self._read(version)
                self._read_at[version] = time.monotonic()
            found = self._known[version].get(kind)
        if not found:
            raise NoSuchKind(version, kind)
        return found

    def of(self, thing: Properties) -> Resource:
        """Where an object of this kind is."""
        return self.find(str(thing.get("apiVersion")), str(thing.get("kind")))

    def _stale(self, version: str) -> bool:
        return time.monotonic() - self._read_at.get(version, -FRESH) > FRESH

    def _read(self, version: str) -> dict[str, Resource]:
        root = f"/apis/{version}" if "/" in version else f"/api/{version}"
        try:
            listed = self._api.get(root).get("resources") or []
        except Failure as failure:
            if not failure.absent:
                raise
            return {}
        return {
            entry["kind"]: Resource(root, entry["name"], entry["namespaced"])
            for entry in listed
            if "/" not in entry["name"]
        }
