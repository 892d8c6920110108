"""What it takes to run one process: plain data that survives a trip through JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Self

STORE, SERVER, OPERATOR = 0, 1, 2
"""Tiers: what others stand on starts first and ends last."""


@dataclass(frozen=True, kw_only=True)
class Process:
    """`inputs` is a digest of the files the process reads, so that a change in them counts."""

    name: str
    argv: tuple[str, ...]
    env: Mapping[str, str] = field(default_factory=dict)
    inputs: str = ""
    tier: int = OPERATOR

    def to_json(self) -> dict[str, Any]:
        """This process as JSON."""
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The process that `to_json` wrote."""
        return cls(**{**data, "argv": tuple(data["argv"])})


def command(binary: Path, flags: Mapping[str, object]) -> tuple[str, ...]:
    """A command line, with flags in the one spelling that every Go flag library reads."""
    return (str(binary), *(f"--{name}={_text(value)}" for name, value in flags.items()))


def _text(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
