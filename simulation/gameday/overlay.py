"""A piece of a stack file laid over another: the way a scenario changes a stack."""

from collections.abc import Mapping
from typing import Any

from stacks.config import StackConfig
from stacks.parse import parse

EACH = "*"
"""Instead of a name: every entry that is there."""


def laid(over: Mapping[str, Any], under: Mapping[str, Any]) -> dict[str, Any]:
    """`under` with what `over` says; None takes an entry away, `*` is every entry."""
    named = {key: value for key, value in over.items() if key != EACH}
    each = {key: over[EACH] for key in under if key not in named} if EACH in over else {}
    made = dict(under)
    for key, value in (each | named).items():
        if value is None:
            made.pop(key, None)
        elif isinstance(value, Mapping):
            below = made.get(key)
            made[key] = laid(value, below if isinstance(below, Mapping) else {})
        else:
            made[key] = value
    return made


def changed(config: StackConfig, overlay: Mapping[str, Any]) -> StackConfig:
    """The stack with `overlay`; raises stacks.problem.Refused where that is no sound stack.

    An operator's null stays, as in a stack file: unsaid, it could be one that is there by default.
    """
    made = laid(overlay, config.model_dump(mode="json", exclude_unset=True))
    if said := overlay.get("platform"):
        made["platform"] |= {name: None for name, spec in said.items() if spec is None}
    return parse(made)
