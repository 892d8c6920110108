"""Which keys the configuration knows at a path: read from the specs' own types."""

from typing import Any, get_args, get_origin

from pydantic import BaseModel

from stacks.problem import Path


def known_keys(root: type[BaseModel], path: Path) -> set[str]:
    """The field names at `path`; none where any name is allowed, or nothing is known."""
    here: set[type[BaseModel]] = {root}
    for step in path:
        here = {found for model in here for found in _below(model, step)}
    return {name for model in here for name in model.model_fields}


def _below(model: type[BaseModel], step: str | int) -> set[type[BaseModel]]:
    """`step` is a field; keys of dictionaries and indices of lists stay where they are."""
    field = model.model_fields.get(str(step))
    return {model} if field is None else _models(field.annotation)


def _models(annotation: Any) -> set[type[BaseModel]]:
    if isinstance(annotation, type) and get_origin(annotation) is None:
        return {annotation} if issubclass(annotation, BaseModel) else set()
    return {found for part in get_args(annotation) for found in _models(part)}
