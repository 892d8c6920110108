"""What may not stand anywhere in a stack file, whatever it means."""

from collections.abc import Iterable, Iterator
from typing import Any

from stacks.problem import Path, Problem

TYPOGRAPHIC = "\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a"
MEND = "retype it with straight quotes (' or \"), or with none"


def text_problems(value: Any, path: Path = ()) -> Iterator[Problem]:
    """Typographic quotes in keys and values: they come from documents and chat windows."""
    if _is_typographic(value):
        yield Problem(path, "the value has typographic quotes", MEND)
    for key, item in _items(value):
        here = (*path, _plain(key))
        if _is_typographic(key):
            yield Problem(here, "the key has typographic quotes", MEND)
        yield from text_problems(item, here)


def _items(value: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(value, dict):
        return value.items()
    return enumerate(value) if isinstance(value, list) else ()


def _is_typographic(value: Any) -> bool:
    return isinstance(value, str) and any(quote in value for quote in TYPOGRAPHIC)


def _plain(key: Any) -> str | int:
    return key if isinstance(key, int) else str(key).strip(TYPOGRAPHIC)
