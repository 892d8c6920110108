"""The part of kubectl's JSONPath that a readiness condition needs."""

import json
import re
from typing import Any, Final

from simulation.plugin.refusal import Refusal

STEP: Final = re.compile(
    r"""\.(?P<key>[\w/-]+) | \[(?P<index>-?\d+)\] | \['(?P<quoted>[^']+)'\] | (?P<all>\[\*\])
      | \[\?\(@\.(?P<field>[\w.-]+)\s*==\s*["'](?P<value>[^"']*)["']\)\]""",
    re.VERBOSE,
)


def matches(expression: str, thing: Any) -> bool:
    """Whether `{.path}=value` is true of the object, or `{.path}` finds anything in it."""
    found = re.fullmatch(r"\{(.+)\}(?:=(.*))?", expression, re.DOTALL)
    if not found:
        raise Refusal(f"not a JSONPath condition: jsonpath={expression}")
    path, wanted = found.groups()
    values = select(path, thing)
    if wanted is None:
        return bool(values)
    return any(_shown(value) == wanted.strip("\"'") for value in values)


def select(path: str, thing: Any) -> list[Any]:
    """Every value at the path."""
    values, position = [thing], 0
    while position < len(path):
        step = STEP.match(path, position)
        if not step:
            raise Refusal(f"the JSONPath {path} is not understood from {path[position:]}")
        values = [inner for value in values for inner in _step(step, value)]
        position = step.end()
    return values


def _step(step: re.Match[str], value: Any) -> list[Any]:
    if key := step["key"] or step["quoted"]:
        return [value[key]] if isinstance(value, dict) and key in value else []
    if step["index"]:
        index = int(step["index"])
        inside = isinstance(value, list) and -len(value) <= index < len(value)
        return [value[index]] if inside else []
    items = _items(value)
    if step["all"]:
        return items
    wanted, field = step["value"], "." + step["field"]
    return [item for item in items if wanted in map(_shown, select(field, item))]


def _items(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return list(value.values())
    return value if isinstance(value, list) else []


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value)
