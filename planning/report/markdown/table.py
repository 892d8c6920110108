"""Tables and folded parts of a Markdown comment."""

from collections.abc import Iterable


def table(columns: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """One line for each row, below its heading."""
    names = list(columns)
    return [_row(names), _row("---" for _ in names), *map(_row, rows)]


def folded(title: str, lines: Iterable[str]) -> list[str]:
    """Opened by who wants to know."""
    return [f"<details><summary>{title}</summary>", "", *lines, "", "</details>"]


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"
