"""Stacks to plan: the small one of the refusals, with what a test wants different, parsed."""

from pathlib import Path
from typing import Any

from stacks.config import StackConfig
from stacks.file import read
from stacks.parse import parse
from tests.support.stack import JOB, STACK

ROOT = Path(__file__).parents[2]
METRICS = {"prometheus_url": "http://prometheus:9090"}
MODEL: dict[str, Any] = STACK["models"]["small"]


def stack(**sections: Any) -> StackConfig:
    """The small stack with whole sections replaced."""
    return parse({**STACK, "metrics": METRICS, **sections})


def models(**specs: dict[str, Any]) -> dict[str, Any]:
    """Models like the small one, each with its own differences."""
    return {name: {**MODEL, **spec} for name, spec in specs.items()}


def jobs(**specs: dict[str, Any]) -> dict[str, Any]:
    """Jobs of an hour on one GPU each, each with its own differences."""
    return {name: {**JOB, **spec} for name, spec in specs.items()}


def repository_stack(name: str) -> StackConfig:
    """Pulumi.<name>.yaml of this repository."""
    return read(ROOT / f"Pulumi.{name}.yaml")
