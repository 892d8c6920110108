"""Which architecture a model has: said in the stack, known by its id, or unknown, never guessed."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from catalogue.architecture import Architecture
from catalogue.config_json import read
from catalogue.models import architectures
from components.model.source import scheme
from components.model.spec import ModelSpec

Known = Mapping[str, Architecture]


def reference(spec: ModelSpec) -> str | None:
    """What `spec` is looked up by: its `architecture`, or its Hugging Face id without revision."""
    if spec.architecture is not None:
        return spec.architecture
    if spec.source is None or not spec.vllm:
        return None
    place = spec.source.partition("://")[2]
    return place.partition(":")[0] if scheme(spec.source) == "hf" else None


def architecture(spec: ModelSpec, stack: Known) -> Architecture | None:
    """The architecture of `spec`; the stack's own entries come before the catalogue's."""
    name = reference(spec)
    if name is None:
        return None
    if name.endswith(".json"):
        return _file(name)
    return stack.get(name) or architectures().get(name)


@cache
def _file(name: str) -> Architecture | None:
    try:
        return read(Path(name))
    except (OSError, ValueError, KeyError, TypeError):
        return None
