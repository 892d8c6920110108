"""Which version of a module is pinned: `go.mod` is the one place where it is written."""

import re
from functools import cache
from pathlib import Path

MODULES = Path(__file__).parent / "modules"

_REPLACED = re.compile(r"^(?:replace\s+)?(\S+) => \1 (v\S+)$")
_REQUIRED = re.compile(r"^(?:require\s+)?(\S+) (v\S+)$")


class NotPinned(KeyError):
    """No module directory names this module path."""


def pinned(module_path: str) -> str:
    """The version of `module_path` that is built here, such as `v1.34.4`."""
    return _pins(home(module_path))[module_path]


def home(module_path: str) -> str:
    """The directory under `modules/` that pins `module_path`, directly before by the way."""
    homes = [name for name in names() if module_path in _pins(name)]
    if not homes:
        raise NotPinned(f"no go.mod under {MODULES} pins {module_path}")
    return min(homes, key=lambda name: module_path not in _direct(name))


@cache
def names() -> tuple[str, ...]:
    """Every directory under `modules/`."""
    return tuple(sorted(path.parent.name for path in MODULES.glob("*/go.mod")))


def go_directive(module: str) -> str:
    """The least Go version that `module` asks for."""
    return next(line.split()[1] for line in _lines(module) if line.startswith("go "))


@cache
def _pins(module: str) -> dict[str, str]:
    required = dict(_matches(_REQUIRED, module))
    return required | dict(_matches(_REPLACED, module))


def _matches(pattern: re.Pattern[str], module: str) -> list[tuple[str, str]]:
    found = (pattern.match(line.partition(" //")[0]) for line in _lines(module))
    return [(match[1], match[2]) for match in found if match]


def _direct(module: str) -> set[str]:
    found = (_REQUIRED.match(line) for line in _lines(module))
    return {match[1] for match in found if match}


@cache
def _lines(module: str) -> list[str]:
    text = (MODULES / module / "go.mod").read_text()
    return [line.strip() for line in text.splitlines()]
