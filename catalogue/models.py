"""Architectures of well-known models, by Hugging Face id: figures with sources, no decisions."""

from functools import cache

from catalogue.architecture import Architecture
from catalogue.table import Row, rows


@cache
def architectures() -> dict[str, Architecture]:
    """Every known model, by id."""
    return {row.pop("id"): _architecture(row) for row in rows("models")}


def _architecture(row: Row) -> Architecture:
    return Architecture.model_validate({key: value for key, value in row.items() if value})
