"""A manifest's fields as arguments of Pulumi's class for its kind."""

import re
from typing import Any

from components.types import Manifest

CAPITAL = re.compile("[A-Z]")


def as_arguments(manifest: Manifest) -> dict[str, Any]:
    """Every field, spelt as Python does: `roleRef` is `role_ref`."""
    return {CAPITAL.sub(_spelt, field): value for field, value in manifest.items()}


def _spelt(capital: re.Match[str]) -> str:
    return f"_{capital[0].lower()}"
