"""What the pinned vLLM understands: its flags, its choices and its metrics, read from its own code.

Source: `vllm.json` says from which wheel and which of its files, and when.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).with_name("vllm.json")


@cache
def vllm() -> dict[str, Any]:
    """The whole file, once."""
    found: dict[str, Any] = json.loads(FILE.read_text())
    return found


def version() -> str:
    """The release that all of this was read from."""
    return str(vllm()["version"])


def flags() -> frozenset[str]:
    """Every flag of `vllm serve`, without its dashes and in its dashed spelling."""
    return frozenset(vllm()["flags"])


def retired_flags() -> frozenset[str]:
    """Flags of older releases: a server that is given one of them exits at once."""
    return frozenset(vllm()["retired"])


def choices(of: str) -> tuple[str | int, ...]:
    """The values that `of` may take: `dtypes`, `quantizations`, `tool_parsers`, and so on."""
    return tuple(vllm()[of])


def metrics() -> dict[str, str]:
    """Every metric as Prometheus sees it (`_total`, `_bucket`), with its type."""
    return dict(vllm()["metrics"])
