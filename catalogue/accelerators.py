"""What a GPU model needs and is called outside its own data sheet.

Source: `accelerators.csv`. `label` is the value of the label that the cluster autoscaler reads.
"""

from dataclasses import dataclass
from functools import cache

from catalogue.table import Row, rows


@dataclass(frozen=True, kw_only=True)
class Accelerator:
    """One GPU model; `driver_from` is the first NVIDIA driver branch that runs it, 0 for any."""

    model: str
    driver_from: int
    label: str


@cache
def accelerators() -> dict[str, Accelerator]:
    """Every known model, by the name that `instances.csv` uses."""
    return {row["gpu_model"]: _accelerator(row) for row in rows("accelerators")}


def _accelerator(row: Row) -> Accelerator:
    return Accelerator(
        model=row["gpu_model"],
        driver_from=int(row["driver_from"] or 0),
        label=row["accelerator"],
    )
