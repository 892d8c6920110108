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
        return content["config"][KEY]
    except FileNotFoundError:
        raise Refused([Problem((), f"there is no file {file.name}", "name a stack")]) from None
    except yaml.MarkedYAMLError as error:
        raise Refused([_unreadable(file, error)]) from None
    except (KeyError, TypeError):
        what = f"{file.name} has no `config: {KEY}:`"
        raise Refused([Problem((), what, "see Pulumi.dev.yaml for one that has")]) from None


def _unreadable(file: Path, error: yaml.MarkedYAMLError) -> Problem:
    mark = error.problem_mark
    where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "somewhere"
    return Problem((), f"{file.name}, {where}: {error.problem}", "correct the YAML")


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node)
        if key in seen:
            raise yaml.constructor.ConstructorError(
                None, None, f"`{key}` is there twice; keep one", key_node.start_mark
            )
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)
