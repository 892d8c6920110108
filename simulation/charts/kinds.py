"""The kinds that the charts bring, made known to the API server."""

import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from typing import Any, Protocol

from components.types import Manifest
from simulation.charts.set import Installed
from simulation.control_plane import crds
from simulation.control_plane.api import Api, Refused
from simulation.control_plane.manifest import root_of
from simulation.inspection.schemas import KINDS

SECONDS = 120.0
PAUSE = 0.5


class Finds(Protocol):
    """Whatever answers a path of the API, or says that nothing is there."""

    def find(self, target: str) -> Any: ...


@dataclass(frozen=True)
class Kind:
    """What its objects are called together, and whether they live in namespaces."""

    plural: str
    namespaced: bool


class Kinds:
    """The kinds that the API server serves; each version is asked for once."""

    def __init__(self, api: Finds) -> None:
        self._api = api
        self._known: dict[str, dict[str, Kind]] = {}

    def of(self, made: Manifest) -> Kind | None:
        """None for a kind that nobody serves."""
        version = made["apiVersion"]
        if version not in self._known:
            self._known[version] = self._read(version)
        return self._known[version].get(made["kind"])

    def _read(self, version: str) -> dict[str, Kind]:
        listed = (self._api.find(root_of(version)) or {"resources": []})["resources"]
        return {
            one["kind"]: Kind(one["name"], one["namespaced"])
            for one in listed
            if "/" not in one["name"]
        }


def bring(api: Api, installed: Iterable[Installed]) -> None:
    """Create them, and wait until they are served and described."""
    brought = {crd["metadata"]["name"]: crd for one in installed for crd in one.crds}
    crds.bring_up_to_date(api, brought.values())
    for crd in brought.values():
        patiently(partial(crds.await_served, api, crd))
    patiently(lambda: _described(api, brought.values()))


def patiently(act: Callable[[], None]) -> None:
    """Until it is not refused, for as long as an API server may need for a hundred kinds."""
    deadline = time.monotonic() + SECONDS
    while True:
        try:
            return act()
        except Refused:
            if time.monotonic() > deadline:
                raise
            time.sleep(PAUSE)


def _described(api: Api, brought: Collection[Manifest]) -> None:
    """A kind gets its OpenAPI after it is served."""
    for version, kinds in _served(brought).items():
        schemas = api.get(f"/openapi/v3/apis/{version}")["components"]["schemas"]
        known = {one["kind"] for schema in schemas.values() for one in schema.get(KINDS, ())}
        if missing := kinds - known:
            raise Refused(HTTPStatus.NOT_FOUND, f"{', '.join(sorted(missing))}: not described yet")


def _served(brought: Iterable[Manifest]) -> dict[str, set[str]]:
    """The kinds of each apiVersion."""
    found: dict[str, set[str]] = {}
    for spec in (crd["spec"] for crd in brought):
        for version in spec["versions"]:
            if version["served"]:
                name = f"{spec['group']}/{version['name']}"
                found.setdefault(name, set()).add(spec["names"]["kind"])
    return found
