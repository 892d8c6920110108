"""An operation changes an object, waits for what it should become, and reports what is."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from simulation.plugin import objects, waiting
from simulation.plugin.changes import Changes
from simulation.plugin.diff import seen
from simulation.plugin.engine import Engine
from simulation.plugin.pruning import importable
from simulation.plugin.readiness import Hopeless
from simulation.plugin.request import Outcome, Request
from simulation.plugin.store import Store
from simulation.plugin.values import Properties
from simulation.plugin.waiting import NotReady

POLICIES: Final = {"orphan": "Orphan", "background": "Background"}
UNAWAITED: Final = frozenset(
    (
        *("Namespace", "Pod", "ReplicationController"),
        *("DaemonSet", "Deployment", "StatefulSet", "Job"),
    )
)
"""Kinds whose deletion skipAwait also covers; of the others it is always awaited."""


@dataclass(frozen=True)
class Operations:
    """What the engine can have done in one cluster."""

    changes: Changes
    engine: Engine

    def create(self, request: Request) -> Outcome:
        """The object, created and awaited."""
        return self._awaited(request, self.changes.created(request))

    def update(self, request: Request) -> Outcome:
        """The object, updated and awaited."""
        return self._awaited(request, self.changes.updated(request))

    def read(self, request: Request) -> Outcome | None:
        """The object as it is now, or None where it is gone."""
        live = self._store.find(request.old.live)
        if not live:
            return None
        known = request.old.inputs
        if not known:
            return request.outcome(live, importable(live))
        return request.outcome(live, seen(live, known), *self._lacking(live, known))

    def delete(self, request: Request) -> None:
        """Nothing, once the object is gone."""
        live, inputs = request.old.live, request.old.inputs
        wanted = objects.annotation(inputs, "deletionPropagationPolicy").lower()
        found = self._store.delete(live, POLICIES.get(wanted, "Foreground"))
        skipped = objects.annotated(inputs, "skipAwait") and inputs.get("kind") in UNAWAITED
        if found and not skipped:
            limit = waiting.patience(request.timeout, inputs)
            waiting.until_gone(live, self._store, limit, self._say(request))

    @property
    def _store(self) -> Store:
        return self.changes.store

    def _awaited(self, request: Request, live: Properties) -> Outcome:
        asked, store = request.asked, self._store
        self.engine.warn(request.urn)
        limit = waiting.patience(request.timeout, asked)
        try:
            lacks = waiting.missing(live, asked, store)
            live = waiting.until_ready(live, lacks, store, limit, self._say(request))
        except NotReady as end:
            return request.outcome(end.thing, asked, *end.reasons)
        return request.outcome(live, asked)

    def _lacking(self, live: Properties, inputs: Properties) -> tuple[str, ...]:
        if objects.annotated(inputs, "skipAwait"):
            return ()
        try:
            told = waiting.built_in(live, self._store)(live)
        except Hopeless as end:
            told = str(end)
        return (told,) if told else ()

    def _say(self, request: Request) -> Callable[[str], None]:
        """The same news is told once."""
        last = ""

        def say(text: str) -> None:
            nonlocal last
            if text != last:
                self.engine.status(request.urn, text)
            last = text

        return say
