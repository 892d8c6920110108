"""What one model cannot be at the same time, all rules together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from components.model.rules.place import DELIVERY, PLACE, STOPPING
from components.model.rules.scaling import SCALING
from components.model.rules.server import SERVER

if TYPE_CHECKING:
    from components.model.spec import ModelSpec


def contradictions(model: ModelSpec) -> Iterator[str]:
    """A sentence for each rule that the model breaks."""
    for rules in (SERVER, SCALING, PLACE, DELIVERY, STOPPING):
        yield from (sentence for broken, sentence in rules if broken(model))
