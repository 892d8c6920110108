"""The strings that a Go package defines, with what they are put together from."""

import re
from collections.abc import Iterable
from pathlib import Path

DEFINITION = re.compile(r"^\s*(?:const|var)?\s*(\w+)(?:\s+string)?\s*=\s*(.+?)\s*(?://.*)?$")
TERM = re.compile(r'"([^"]*)"|(?:\w+\.)?(\w+)')


def strings(package: Iterable[Path]) -> set[str]:
    """Every constant and variable that is a string, or a sum of strings and such names."""
    lines = (line for file in package for line in file.read_text().splitlines())
    found = {match[1]: match[2] for line in lines if (match := DEFINITION.match(line))}
    return {text for name in found if (text := _value(name, found, 0)) is not None}


def _value(name: str, found: dict[str, str], depth: int) -> str | None:
    """None for what is no string; a few steps are enough for any sum that is none in a circle."""
    terms = [term.strip() for term in found.get(name, "").split(" + ")]
    matched = [TERM.fullmatch(term) for term in terms]
    if depth > 5 or not all(matched):
        return None
    parts = [
        match[1] if match[2] is None else _value(match[2], found, depth + 1)
        for match in matched
        if match
    ]
    return None if None in parts else "".join(part for part in parts if part is not None)
