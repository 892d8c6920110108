"""What a specification says against a piece of YAML, as plain sentences."""

from typing import Any

import yaml
from pydantic import BaseModel, ValidationError


def refusal(spec: type[BaseModel], text: str) -> str:
    """All complaints of `spec` about the YAML `text`, one a line; empty when there is none."""
    try:
        spec.model_validate(parsed(text))
    except ValidationError as error:
        return "\n".join(
            f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_input=False)
        )
    return ""


def parsed(text: str) -> Any:
    """YAML as plain data."""
    return yaml.safe_load(text)
