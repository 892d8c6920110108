"""An object is created or applied, or a preview asks the API server what would come of it."""

from dataclasses import dataclass
from http import HTTPStatus

from simulation.plugin import objects, ownership
from simulation.plugin.api import Failure
from simulation.plugin.discovery import NoSuchKind
from simulation.plugin.refusal import Refusal
from simulation.plugin.request import Request
from simulation.plugin.settings import Settings
from simulation.plugin.store import Store
from simulation.plugin.values import Properties, Unknown, contains


@dataclass(frozen=True)
class Changes:
    """What can be changed in one cluster, for real or dry."""

    store: Store
    settings: Settings

    def created(self, request: Request, *, dry: bool = False) -> Properties:
        """The object as the API server makes it; one that exists must be ours already."""
        try:
            return self.store.create(request.asked, request.manager, dry=dry)
        except Failure as failure:
            if failure.reason != "AlreadyExists":
                raise
            return self._adopted(request, failure, dry=dry)

    def updated(self, request: Request, *, dry: bool = False) -> Properties:
        """The object as the API server changes it."""
        live = self.store.find(request.old.live)
        if not live:
            raise Refusal(
                f"{objects.identity(request.old.live)} is no longer in the cluster: run a refresh"
            )
        return self._applied(request, live, dry=dry)

    def foreseen(self, request: Request) -> Properties:
        """The outputs that a preview can promise; the inputs where it cannot ask the server."""
        if contains(Unknown, request.inputs):
            return request.inputs
        try:
            change = self.updated if request.old.live else self.created
            live = change(request, dry=True)
        except NoSuchKind:
            return request.inputs
        except Failure as failure:
            if not _unforeseeable(failure):
                raise
            return request.inputs
        bare = {key: value for key, value in live.items() if key != "status"}
        return request.outcome(bare, request.asked).state

    def _adopted(self, request: Request, failure: Failure, *, dry: bool) -> Properties:
        live = self.store.read(request.asked)
        ours = ownership.owns(live, request.manager) or (
            failure.unsure and not ownership.entries(live)
        )
        if not (self.settings.upsert or ours):
            if dry:
                raise failure
            raise Refusal(
                f"{failure}: import it, alias the resource, or set upsertExistingObjects"
            ) from failure
        return self._applied(request, live, dry=dry)

    def _applied(self, request: Request, live: Properties, *, dry: bool) -> Properties:
        asked, manager = request.asked, request.manager
        if asked.get("kind") == "CustomResourceDefinition":
            version = objects.metadata(live).get("resourceVersion")
            current = objects.with_metadata(asked, resourceVersion=version)
            return self.store.replace(current, manager, dry=dry)
        asked = ownership.ignoring(asked, live, list(request.ignored), manager)
        fresh = ownership.created(live, manager)
        if fresh and not dry:
            self.store.take_over(live, manager)
        force = self.settings.force or objects.annotated(asked, "patchForce")
        return self.store.apply(asked, manager, force=force or (fresh and dry), dry=dry)


def _unforeseeable(failure: Failure) -> bool:
    """What a dry run cannot answer: a namespace, a replacement or a right still to come."""
    silent = failure.status == HTTPStatus.BAD_REQUEST and "dry run" in str(failure)
    forbidden = failure.status == HTTPStatus.FORBIDDEN
    return silent or forbidden or failure.absent or failure.reason == "AlreadyExists"
