"""The Kubernetes objects that the engine remembers to have asked for."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from components.types import Manifest
from simulation.engine.workspace import PROJECT

INTERNAL = "__"


def made(state: Path, stack: str) -> list[Manifest]:
    """Each object's manifest as it went to the plugin, out of the engine's own record."""
    record = state / "backend" / ".pulumi" / "stacks" / PROJECT / f"{stack}.json"
    return list(objects(json.loads(record.read_text())["checkpoint"]["latest"]))


def objects(deployment: Any) -> Iterator[Manifest]:
    """Out of a recorded deployment; an empty one is null."""
    for resource in (deployment or {}).get("resources", ()):
        inputs = resource.get("inputs", {})
        if resource["type"].startswith("kubernetes:") and {"apiVersion", "kind"} <= inputs.keys():
            yield {key: value for key, value in inputs.items() if not key.startswith(INTERNAL)}
