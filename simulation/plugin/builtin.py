"""The API server rewrites what it knows: equal quantities and empty fields are no change."""

import base64
import re
from decimal import Decimal
from typing import Any, Final

from simulation.plugin import objects
from simulation.plugin.values import UNKNOWN, Properties

GROUPS: Final = frozenset(
    [
        "",
        "apps",
        "autoscaling",
        "batch",
        "policy",
        "admissionregistration.k8s.io",
        "apiextensions.k8s.io",
        "apiregistration.k8s.io",
        "certificates.k8s.io",
        "coordination.k8s.io",
        "discovery.k8s.io",
        "flowcontrol.apiserver.k8s.io",
        "networking.k8s.io",
        "node.k8s.io",
        "rbac.authorization.k8s.io",
        "resource.k8s.io",
        "scheduling.k8s.io",
        "storage.k8s.io",
    ]
)
MEASURED: Final = frozenset(
    (
        *("limits", "requests", "hard", "capacity", "allocatable", "overhead", "max", "min"),
        *("default", "defaultRequest", "sizeLimit", "averageValue", "divisor"),
    )
)
QUANTITY: Final = re.compile(r"([+-]?[0-9.]+)(?:([eE][+-]?[0-9]+)|([numkMGTPE]|[KMGTPE]i)?)")
SUFFIXES: Final = {
    "n": Decimal("1e-9"),
    "u": Decimal("1e-6"),
    "m": Decimal("1e-3"),
    "": Decimal(1),
    "k": Decimal(10**3),
    **{letter: Decimal(1000) ** (power + 2) for power, letter in enumerate("MGTPE")},
    **{f"{letter}i": Decimal(1024) ** (power + 1) for power, letter in enumerate("KMGTPE")},
}


def known(thing: Properties) -> bool:
    """Whether the API server itself defines this kind, so that it rewrites its fields."""
    return objects.api_group(thing) in GROUPS


def folded(thing: Properties) -> Properties:
    """A Secret as it will be stored, its clear text encoded among its data."""
    clear = thing.get("stringData")
    if thing.get("kind") != "Secret" or not isinstance(clear, dict):
        return thing
    stored = {key: _encoded(value) for key, value in clear.items()}
    rest = {key: value for key, value in thing.items() if key != "stringData"}
    return rest | {"data": (thing.get("data") or {}) | stored}


def same(path: tuple[str | int, ...], old: Any, new: Any) -> bool:
    """Whether two values of a field that holds a quantity mean the same amount."""
    if not MEASURED.intersection(map(str, path)):
        return False
    before, after = quantity(old), quantity(new)
    return before is not None and before == after


def quantity(value: Any) -> Decimal | None:
    """The amount that a quantity such as 500m or 2Gi stands for."""
    found = QUANTITY.fullmatch(str(value))
    if not found or isinstance(value, bool):
        return None
    number, exponent, suffix = found.groups()
    return Decimal(number + (exponent or "")) * SUFFIXES[suffix or ""]


def _encoded(value: Any) -> Any:
    return value if value is UNKNOWN else base64.b64encode(str(value).encode()).decode()
