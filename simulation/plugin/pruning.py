"""Of the live object only what the program asked for is compared; the rest is others'."""

from typing import Any, Final

from simulation.plugin import builtin
from simulation.plugin.values import Properties

SERVER_OWNED: Final = (
    "creationTimestamp",
    "deletionGracePeriodSeconds",
    "deletionTimestamp",
    "generation",
    "managedFields",
    "resourceVersion",
    "uid",
)


def pruned(live: Properties, asked: Properties) -> Properties:
    """The live object in the shape of what was asked for."""
    return _shaped(live, asked, drops=builtin.known(asked))


def importable(live: Properties) -> Properties:
    """What a program would have to ask for to get this object, when nothing else is known."""
    held = live.get("metadata") or {}
    metadata = {key: value for key, value in held.items() if key not in SERVER_OWNED}
    kept = {key: value for key, value in live.items() if key not in ("status", "metadata")}
    return kept | {"metadata": metadata}


def _shaped(live: Properties, asked: Properties, *, drops: bool) -> Properties:
    """In the order of `asked`; what the server drops because it says nothing stays asked."""
    return {
        key: _pruned(live[key], wanted, drops) if key in live else wanted
        for key, wanted in asked.items()
        if key in live or (drops and not wanted)
    }


def _pruned(live: Any, asked: Any, drops: bool) -> Any:
    if isinstance(live, dict) and isinstance(asked, dict):
        return _shaped(live, asked, drops=drops)
    if isinstance(live, list) and isinstance(asked, list):
        return [_pruned(value, item, drops) for value, item in zip(live, asked, strict=False)]
    return live
