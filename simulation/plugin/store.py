"""The cluster's objects: read, created, applied, deleted."""

import time
from http import HTTPStatus
from typing import Final

from simulation.plugin import objects, ownership
from simulation.plugin.api import APPLY, JSON_PATCH, Api, Failure
from simulation.plugin.discovery import Kinds, NoSuchKind
from simulation.plugin.refusal import Refusal
from simulation.plugin.values import Properties

CHANGED_MEANWHILE: Final = (HTTPStatus.CONFLICT, HTTPStatus.UNPROCESSABLE_ENTITY)
DRY: Final = {"dryRun": "All"}
ORDER: Final = 20.0
"""How long a namespace or a definition may take to appear after what needs it."""


class Store:
    """The objects of one cluster."""

    def __init__(self, api: Api) -> None:
        self.api = api
        self.kinds = Kinds(api)

    def read(self, thing: Properties) -> Properties:
        """The live object."""
        return self.api.get(self._path(thing))

    def find(self, thing: Properties) -> Properties | None:
        """The live object, or None where there is none, or no longer such a kind."""
        try:
            return self.read(thing)
        except NoSuchKind:
            return None
        except Failure as failure:
            if failure.absent:
                return None
            raise

    def look(
        self, version: str, kind: str, namespace: str, name: str, query: dict[str, str]
    ) -> Properties:
        """An object or a list that another one's readiness depends on; empty if absent."""
        try:
            path = self.kinds.find(version, kind).path(namespace, name)
            return self.api.get(path, **query)
        except Failure:
            return {}

    def create(self, thing: Properties, manager: str, *, dry: bool) -> Properties:
        """The object made, its namespace or its kind being given a moment to appear."""
        deadline, pause = time.monotonic() + (0 if dry else ORDER), 0.1
        while True:
            try:
                return self._create(thing, manager, dry)
            except (NoSuchKind, Failure) as failure:
                absent = isinstance(failure, NoSuchKind) or failure.absent
                if not absent or time.monotonic() + pause > deadline:
                    raise
            self.api.sleep(pause)
            pause = min(pause * 1.5, 2.0)

    def apply(
        self, thing: Properties, manager: str, *, force: bool, dry: bool = False
    ) -> Properties:
        """The object as it is after its fields, and no others of ours, are applied."""
        query = {"fieldManager": manager, "force": str(force).lower(), **(DRY if dry else {})}
        try:
            return self.api.send("PATCH", self._path(thing), query, self._body(thing), APPLY)
        except Failure as failure:
            if failure.status != HTTPStatus.CONFLICT:
                raise
            raise Refusal(
                f"{failure}; to take the fields over, set the annotation pulumi.com/patchForce"
            ) from failure

    def replace(self, thing: Properties, manager: str, *, dry: bool) -> Properties:
        """The object as it is after all of it was put in the place of what was there."""
        query = {"fieldManager": manager, **(DRY if dry else {})}
        return self.api.send("PUT", self._path(thing), query, self._body(thing))

    def take_over(self, live: Properties, manager: str) -> None:
        """What we created becomes what we applied, so that an apply can remove it again."""
        while ownership.created(live, manager):
            patch = ownership.transfer(live, manager)
            try:
                live = self.api.send("PATCH", self._path(live), {}, patch, JSON_PATCH)
            except Failure as failure:
                if failure.status not in CHANGED_MEANWHILE:
                    raise
                live = self.read(live)

    def delete(self, thing: Properties, policy: str) -> bool:
        """Whether there was something to delete."""
        try:
            self.api.send("DELETE", self._path(thing), {"propagationPolicy": policy})
        except NoSuchKind:
            return False
        except Failure as failure:
            if not failure.absent:
                raise
            return False
        return True

    def _create(self, thing: Properties, manager: str, dry: bool) -> Properties:
        query = {"fieldManager": manager, **(DRY if dry else {})}
        path = self.kinds.of(thing).path(objects.namespace(thing))
        return self.api.send("POST", path, query, self._body(thing))

    def _path(self, thing: Properties) -> str:
        resource = self.kinds.of(thing)
        return resource.path(objects.namespace(thing), objects.name(thing))

    def _body(self, thing: Properties) -> Properties:
        """A namespace that was assumed of a kind not yet known is taken back."""
        namespaced = self.kinds.of(thing).namespaced
        return thing if namespaced else objects.without_metadata(thing, "namespace")
