"""What one model cannot be at the same time, all rules together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.model.rules.multi_node import MULTI_NODE
from components.model.rules.place import DELIVERY, PLACE, STOPPING
from components.model.rules.scaling import SCALING
from components.model.rules.server import SERVER
from components.model.rules.versions import VERSIONS

if TYPE_CHECKING:
    from components.model.spec import ModelSpec


def contradictions(model: ModelSpec) -> Iterator[str]:
    """A sentence for each rule that the model breaks."""
    for rules in (SERVER, SCALING, PLACE, DELIVERY, STOPPING, VERSIONS, MULTI_NODE):
        yield from (sentence for broken, sentence in rules if broken(model))
