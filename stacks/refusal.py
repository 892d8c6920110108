"""pydantic's complaints in the words of someone who edits the YAML.

Built from location and rule only, never from the value: that may be a secret.
"""

from typing import Any

from pydantic import BaseModel, ValidationError

from components.nearest import did_you_mean
from components.types import DNS_LABEL
from stacks.problem import Path, Problem
from stacks.shape import known_keys

PATTERNS = {
    DNS_LABEL: (
        "is no DNS label",
        "use lower-case letters, digits and '-', a letter first, at most 40 characters",
    ),
}
KEY = "[key]"


def problems(error: ValidationError, root: type[BaseModel]) -> list[Problem]:
    """One Problem for each complaint of `error` about data meant to be a `root`."""
    return [_problem(detail, root) for detail in error.errors(include_input=False)]


def _problem(detail: Any, root: type[BaseModel]) -> Problem:
    path: Path = tuple(step for step in detail["loc"] if step != KEY)
    match detail["type"]:
        case "extra_forbidden":
            known = known_keys(root, path[:-1])
            return Problem(path, "unknown key", did_you_mean(str(path[-1]), known))
        case "missing":
            return Problem(path, "is required", "add it")
        case "string_pattern_mismatch":
            return Problem(path, *_pattern(detail["ctx"]["pattern"]))
        case "value_error":
            return Problem(path, str(detail["ctx"]["error"]))
    return Problem(path, _sentence(detail["msg"]), "correct it")


def _pattern(pattern: str) -> tuple[str, str]:
    return PATTERNS.get(pattern, ("has a wrong form", f"it must match {pattern}"))


def _sentence(message: str) -> str:
    """pydantic's own wording, as the continuation of a path."""
    return message[0].lower() + message[1:]
