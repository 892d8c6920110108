"""A stack file read without Pulumi: for planning, simulating and testing."""

from pathlib import Path
from typing import Any

import yaml

from stacks.config import StackConfig
from stacks.parse import parse
from stacks.problem import Problem, Refused

KEY = "gpu-inference:stack"


class _Strict(yaml.SafeLoader):
    """YAML in which a key said twice is an error instead of the last one winning."""


def read(file: Path) -> StackConfig:
    """The configuration in `file`; raises Refused, also where the file is no such thing."""
    return parse(raw(file))


def raw(file: Path) -> Any:
    """The plain data under `gpu-inference:stack` in `file`, unchecked."""
    try:
        content = yaml.load(file.read_text(), _Strict)
    except FileNotFoundError:
        raise Refused([_missing(file)]) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise Refused([_unreadable(file, error)]) from None
    try:
        return content["config"][KEY]
    except (KeyError, TypeError):
        what = f"{file.name} has no `config: {KEY}:`"
        mend = f"begin with `config:`, below it, indented, `{KEY}:`, and all the rest below that"
        raise Refused([Problem((), what, mend)]) from None


def _missing(file: Path) -> Problem:
    known = sorted(found.name.split(".")[1] for found in file.parent.glob("Pulumi.*.yaml"))
    mend = f"name one of {', '.join(known)}" if known else f"there is none in {file.parent}"
    return Problem((), f"there is no file {file.name}", mend)


def _unreadable(file: Path, error: Exception) -> Problem:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        mark, what = error.problem_mark, error.problem
        where = f"{file.name}, line {mark.line + 1}, column {mark.column + 1}"
    else:
        where, what = file.name, str(error).partition("\n")[0]
    return Problem((), f"{where}: {what}", "correct the YAML")


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            raise _wrong(key_node, "a key in braces or brackets; quote it")
        key = loader.construct_object(key_node)
        if key in seen:
            raise _wrong(key_node, f"`{key}` is there twice; keep one")
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


def _wrong(node: yaml.Node, what: str) -> yaml.MarkedYAMLError:
    return yaml.constructor.ConstructorError(None, None, what, node.start_mark)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
