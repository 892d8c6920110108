"""Conditions: how every Kubernetes object says how it is."""

from typing import Any

from components.types import Manifest


def condition(thing: Manifest | None, kind: str) -> dict[str, Any]:
    """One condition of an object's status; empty where there is none."""
    found = (thing or {}).get("status", {}).get("conditions", ())
    return next((dict(c) for c in found if c.get("type") == kind), {})


def holds(thing: Manifest | None, kind: str) -> bool:
    """The condition is there and True."""
    return condition(thing, kind).get("status") == "True"
