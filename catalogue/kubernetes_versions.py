"""How long EKS supports each Kubernetes version: dates with their sources, no decisions.

Source: `kubernetes_versions.csv`. EKS gives 14 months of standard support and 12 of extended, which
costs six times as much an hour.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache

from catalogue.table import Row, rows

COLLECTED = date(2026, 11, 22)
"""The day the table was read; a check against it gives the same answer tomorrow."""


@dataclass(frozen=True, kw_only=True)
class KubernetesVersion:
    """One minor version; `standard_until` is None where standard support is long over."""

    name: str
    standard_until: date | None
    extended_until: date


@cache
def kubernetes_versions() -> dict[str, KubernetesVersion]:
    """Every version that EKS ran lately, by name."""
    return {row["version"]: _version(row) for row in rows("kubernetes_versions")}


def _version(row: Row) -> KubernetesVersion:
    standard = row["standard_until"]
    return KubernetesVersion(
        name=row["version"],
        standard_until=date.fromisoformat(standard) if standard else None,
        extended_until=date.fromisoformat(row["extended_until"]),
    )
