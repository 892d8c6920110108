"""pydantic's complaints in the words of someone who edits the YAML.

Built from location and rule only, never from the value: that may be a secret.
"""

from typing import Any

from pydantic import BaseModel, ValidationError

from components.model.source import PATTERN, SCHEMES
from components.nearest import did_you_mean
from components.types import DNS_LABEL
from stacks.problem import Path, Problem
from stacks.shape import known_keys

PATTERNS = {
    DNS_LABEL: (
        "is no DNS label",
        "use lower-case letters, digits and '-', a letter first, at most 40 characters",
    ),
    PATTERN: (
        "does not say where the model is",
        f"write {SCHEMES.replace('|', ', ')}, then :// and the place",
    ),
}
KINDS = {
    "string_type": ("is no text", "put it in quotes"),
    "int_type": ("is no whole number", "write one, without quotes"),
    "int_parsing": ("is no whole number", "write one, without quotes"),
    "int_from_float": ("is no whole number", "write one, without quotes"),
    "float_type": ("is no number", "write one, without quotes"),
    "float_parsing": ("is no number", "write one, without quotes"),
    "bool_type": ("is neither true nor false", "write one of them, without quotes"),
    "bool_parsing": ("is neither true nor false", "write one of them, without quotes"),
    "dict_type": ("has no settings", "write them below it, indented, as `key: value`"),
    "model_type": ("has no settings", "write them below it, indented, as `key: value`"),
    "tuple_type": ("is no list", "write it as [first, second]"),
}
"""What a value of another kind is told, by pydantic's name of the error."""
ECHO = "default_factory_not_called"
"""A default that is made of other fields was not, as one of them is wrong: that one is told."""
KEY = "[key]"


def problems(error: ValidationError, root: type[BaseModel]) -> list[Problem]:
    """One Problem for each complaint of `error` about data meant to be a `root`."""
    told = error.errors(include_input=False)
    return [_problem(detail, root) for detail in told if detail["type"] != ECHO]


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
    return Problem(path, *KINDS.get(detail["type"], (_sentence(detail["msg"]), "correct it")))


def _pattern(pattern: str) -> tuple[str, str]:
    return PATTERNS.get(pattern, ("has a wrong form", f"it must match {pattern}"))


def _sentence(message: str) -> str:
    """pydantic's own wording, as the continuation of a path."""
    return message[0].lower() + message[1:]
