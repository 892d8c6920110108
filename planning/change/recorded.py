"""The resources of a stack as its golden file records them: the whole program, without a cloud.

A golden is what the program asked the engine for, and a test keeps it true (tests/stacks/
test_golden.py). So two commits can be compared with nothing but Git.
"""

from dataclasses import dataclass
from typing import Any

import yaml

COMPONENT = "gpu-inference:"


@dataclass(frozen=True, kw_only=True)
class Resource:
    """One resource by its type token and logical name, with what it was asked to be.

    `protect` is the engine's option against deletion; None where nobody recorded it.
    """

    type: str
    name: str
    inputs: dict[str, Any]
    protect: bool | None = None

    @property
    def label(self) -> str:
        """`Namespace chat`."""
        return f"{self.type.rpartition(':')[2]} {self.name}"


Resources = dict[tuple[str, str], Resource]


def resources(golden: str) -> Resources:
    """Every real resource in the text of a golden file; components only group them."""
    found = (document for document in yaml.load_all(golden, yaml.CSafeLoader) if document)
    return {
        (it["type"], it["name"]): Resource(type=it["type"], name=it["name"], inputs=it["inputs"])
        for it in found
        if not it["type"].startswith(COMPONENT)
    }
