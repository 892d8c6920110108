"""Answers, written as the engine's messages."""

from collections.abc import Iterable
from typing import Final

from pulumi.runtime.proto import provider_pb2

from simulation.plugin.comparison import Change
from simulation.plugin.diff import Diff
from simulation.plugin.request import Outcome
from simulation.plugin.values import struct

Kind = provider_pb2.PropertyDiff
KINDS: Final = {
    (Change.ADD, False): Kind.ADD,
    (Change.ADD, True): Kind.ADD_REPLACE,
    (Change.DELETE, False): Kind.DELETE,
    (Change.DELETE, True): Kind.DELETE_REPLACE,
    (Change.UPDATE, False): Kind.UPDATE,
    (Change.UPDATE, True): Kind.UPDATE_REPLACE,
}


def diff(found: Diff) -> provider_pb2.DiffResponse:
    """A comparison, path by path."""
    detailed = {
        path: Kind(kind=KINDS[change, path in found.replaces])
        for path, change in found.changes.items()
    }
    response = changed(found.changes, found.replaces)
    response.deleteBeforeReplace = found.delete_first
    response.hasDetailedDiff = True
    for path, part in detailed.items():
        response.detailedDiff[path].CopyFrom(part)
    return response


def changed(paths: Iterable[str], replaces: Iterable[str]) -> provider_pb2.DiffResponse:
    """A comparison that tells paths only."""
    names = list(paths)
    some = provider_pb2.DiffResponse.DIFF_SOME if names else provider_pb2.DiffResponse.DIFF_NONE
    return provider_pb2.DiffResponse(changes=some, diffs=names, replaces=list(replaces))


def read(identifier: str, outcome: Outcome) -> provider_pb2.ReadResponse:
    """An object as it was found."""
    return provider_pb2.ReadResponse(
        id=identifier or outcome.id,
        properties=struct(outcome.state),
        inputs=struct(outcome.inputs),
    )
