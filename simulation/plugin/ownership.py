"""Server-side apply removes only what its field manager owns, so ownership is kept in order."""

import hashlib
from typing import Any, Final

from simulation.plugin import objects
from simulation.plugin.values import Properties

CREATED: Final = "Update"
APPLIED: Final = "Apply"


def manager(urn: str, inputs: Properties, recorded: str = "") -> str:
    """The field manager of one resource: as annotated, as recorded, or from its URN."""
    derived = f"pulumi-kubernetes-{hashlib.sha256(urn.encode()).hexdigest()[:8]}"
    return objects.annotation(inputs, "patchFieldManager") or recorded or derived


def owns(live: Properties, name: str) -> bool:
    """Whether this field manager has ever written the object."""
    return any(entry.get("manager") == name for entry in entries(live))


def entries(live: Properties) -> list[Properties]:
    """The object's record of who owns which fields."""
    return objects.metadata(live).get("managedFields") or []


def created(live: Properties, name: str) -> bool:
    """Whether the creation's ownership has not been turned into that of an apply yet."""
    return any(_is(entry, name, CREATED) for entry in entries(live))


def transfer(live: Properties, name: str) -> list[Properties]:
    """The JSON patch after which what we created counts as applied by us."""
    ours = [entry for entry in entries(live) if _is(entry, name, CREATED, APPLIED)]
    fields: Properties = {}
    for entry in ours:
        fields = _union(fields, entry.get("fieldsV1") or {})
    merged = ours[-1] | {"operation": APPLIED, "fieldsV1": fields}
    kept = [entry for entry in entries(live) if entry not in ours]
    version = objects.metadata(live).get("resourceVersion")
    return [
        {"op": "replace", "path": "/metadata/managedFields", "value": [*kept, merged]},
        {"op": "replace", "path": "/metadata/resourceVersion", "value": version},
    ]


def ignoring(inputs: Properties, live: Properties, paths: list[str], name: str) -> Properties:
    """The inputs with ignored fields left to others, or as they are in the cluster."""
    for path in paths:
        keys = path.split(".")
        value = objects.at(live, *keys)
        if value is None:
            continue
        others = _holds(live, keys, name, ours=False) and not _holds(live, keys, name, ours=True)
        inputs = _put(inputs, keys, None if others else value)
    return inputs


def _is(entry: Properties, name: str, *operations: str) -> bool:
    same = entry.get("manager") == name and not entry.get("subresource")
    return same and entry.get("operation") in operations


def _holds(live: Properties, keys: list[str], name: str, *, ours: bool) -> bool:
    path = [f"f:{key}" for key in keys]
    return any(
        objects.at(entry.get("fieldsV1"), *path) is not None
        for entry in entries(live)
        if (entry.get("manager") == name) is ours
    )


def _union(left: Properties, right: Properties) -> Properties:
    merged = dict(left)
    for key, value in right.items():
        merged[key] = _union(left.get(key, {}), value)
    return merged


def _put(tree: Properties, keys: list[str], value: Any) -> Properties:
    key, *rest = keys
    if rest:
        inner = tree.get(key)
        return tree | {key: _put(inner if isinstance(inner, dict) else {}, rest, value)}
    kept = {other: item for other, item in tree.items() if other != key}
    return kept if value is None else kept | {key: value}
