"""Which Kubernetes versions each of the platform's operators is made for, as its project says.

Source: `kubernetes_windows.csv`; an empty `newest` means that the project names no upper end.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("kubernetes_windows.csv")


@dataclass(frozen=True, kw_only=True)
class KubernetesWindow:
    """From `oldest` to `newest`, both included."""

    component: str
    version: str
    oldest: str
    newest: str | None

    def holds(self, kubernetes: str) -> bool:
        """Whether the project says that it runs there."""
        at = _order(kubernetes)
        return _order(self.oldest) <= at and (self.newest is None or at <= _order(self.newest))


@cache
def kubernetes_windows() -> tuple[KubernetesWindow, ...]:
    """Every known window."""
    with FILE.open(newline="") as file:
        return tuple(_window(row) for row in csv.DictReader(file))


def _window(row: dict[str, str]) -> KubernetesWindow:
    return KubernetesWindow(
        component=row["component"],
        version=row["version"],
        oldest=row["oldest"],
        newest=row["newest"] or None,
    )


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
