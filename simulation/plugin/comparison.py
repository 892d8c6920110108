"""Two trees differ at paths, and each difference adds, deletes or updates."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest
from typing import Any, Final

Path = tuple[str | int, ...]
Same = Callable[[Path, Any, Any], bool]


class Missing(Enum):
    """Stands where one of the two trees has nothing, which is not the same as null."""

    MISSING = "missing"


MISSING: Final = Missing.MISSING


class Change(Enum):
    """What happens at a path."""

    ADD = "add"
    DELETE = "delete"
    UPDATE = "update"


@dataclass(frozen=True)
class Difference:
    """One change, where it is, and what is there on either side."""

    path: Path
    change: Change
    old: Any
    new: Any


def differences(old: Any, new: Any, same: Same, path: Path = ()) -> Iterator[Difference]:
    """Where `new` differs from `old`, `same` being asked about unequal leaves."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            pair = (old.get(key, MISSING), new.get(key, MISSING))
            yield from differences(*pair, same, (*path, key))
    elif isinstance(old, list) and isinstance(new, list):
        for index, pair in enumerate(zip_longest(old, new, fillvalue=MISSING)):
            yield from differences(*pair, same, (*path, index))
    else:
        yield from _leaf(old, new, same, path)


def text(path: Path) -> str:
    """A path in Pulumi's notation."""
    written = ""
    for part in path:
        if isinstance(part, int):
            written += f"[{part}]"
        elif any(mark in part for mark in '."[]'):
            quoted = part.replace('"', '\\"')
            written += f'["{quoted}"]'
        else:
            written += f".{part}" if written else part
    return written


def _leaf(old: Any, new: Any, same: Same, path: Path) -> Iterator[Difference]:
    change = _change(old, new)
    if change and not same(path, old, new):
        yield Difference(path, change, old, new)


def _change(old: Any, new: Any) -> Change | None:
    if new is None or new is MISSING:
        return None if old is None or old is MISSING else Change.DELETE
    if old is MISSING:
        return Change.ADD
    equal = old == new and isinstance(old, bool) == isinstance(new, bool)
    return None if equal else Change.UPDATE
