"""Architectures of well-known models, by Hugging Face id: figures with sources, no decisions."""

import csv
from functools import cache
from pathlib import Path

from catalogue.architecture import Architecture

FILE = Path(__file__).with_name("models.csv")


@cache
def architectures() -> dict[str, Architecture]:
    """Every known model, by id."""
    with FILE.open(newline="") as file:
        return {row.pop("id"): _architecture(row) for row in csv.DictReader(file)}


def _architecture(row: dict[str, str]) -> Architecture:
    return Architecture.model_validate({key: value for key, value in row.items() if value})
