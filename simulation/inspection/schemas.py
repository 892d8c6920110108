"""The API server's own account of its kinds, as strict JSON schemas in files.

It serves the definitions of custom resources in the same place, so that nothing is asked of the
network and nothing can differ from what this cluster accepts.
"""

import json
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from simulation.control_plane.api import Readable
from simulation.control_plane.manifest import root_of
from simulation.inspection.closed import Schema, closed

REF = "#/components/schemas/"
KINDS = "x-kubernetes-group-version-kind"
LOCATION = "{{.Group}}-{{.ResourceAPIVersion}}-{{.ResourceKind}}.json"
"""kubeconform's own words; for Kubernetes' core its `Group` is `v1` too."""


def write(api: Readable, kinds: Collection[tuple[str, str]], folder: Path) -> None:
    """A file for each pair of `apiVersion` and kind."""
    folder.mkdir(parents=True, exist_ok=True)
    for version in sorted({version for version, _ in kinds}):
        document = api.get(f"/openapi/v3{root_of(version)}")
        for kind in sorted({k for v, k in kinds if v == version}):
            schema = of_kind(document, version, kind)
            (folder / file_name(version, kind)).write_text(json.dumps(schema))


def file_name(version: str, kind: str) -> str:
    """Where `LOCATION` makes kubeconform look for it."""
    group, number = version.partition("/")[0], version.rpartition("/")[2]
    return f"{group}-{number}-{kind.lower()}.json"


def of_kind(document: Any, version: str, kind: str) -> Schema:
    """One kind's schema with all that it refers to."""
    group, _, number = version.rpartition("/")
    described = document["components"]["schemas"]
    wanted = {"group": group, "version": number, "kind": kind}
    [root] = [name for name, schema in described.items() if wanted in schema.get(KINDS, ())]
    needed = {name: closed(described[name]) for name in _reached(described, root)}
    return {"$ref": REF + root, "components": {"schemas": needed}}


def _reached(described: Any, root: str) -> set[str]:
    found: set[str] = set()
    ahead = {root}
    while ahead:
        name = ahead.pop()
        found.add(name)
        ahead |= set(_references(described[name])) - found
    return found


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("$ref"), str):
            yield value["$ref"].removeprefix(REF)
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _references(item)
