"""The versions of a stack as a table: `python -m stacks.matrix Pulumi.dev.yaml`."""

import sys
from collections.abc import Iterator
from pathlib import Path

from catalogue.windows import PINS
from stacks.compatibility import ahead, versions_of, windows_of
from stacks.config import StackConfig
from stacks.file import read
from stacks.problem import Refused

HEADINGS = ("component", "version", "KServe tests with", "needs", "an upgrade would cross")


def matrix(config: StackConfig) -> list[tuple[str, ...]]:
    """A row for each component: what it needs of others, and what its next versions will need."""
    running = versions_of(config)
    return [HEADINGS, *(_row(name, version) for name, version in sorted(running.items()))]


def _row(name: str, version: str) -> tuple[str, ...]:
    needs = ", ".join(f"{window.of} {window.range}" for window in windows_of(name, version))
    crosses = "; ".join(f"{w.since}: {w.of} {w.range}" for w in ahead(name, version))
    return (name, version, PINS.get(name, ""), needs, crosses)


def table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """`rows` in columns as wide as they need to be."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def main(file: Path) -> int:
    """Print it; 1 where the file is refused, with every reason."""
    try:
        config = read(file)
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    print(*table(matrix(config)), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
