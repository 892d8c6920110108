"""What a GPU really gives to CUDA programs, which is less than its name and than EC2's own figure.

Source: `gpus.csv`, the `total_memory` that torch reported in logs of vLLM, with its spread.
"""

from dataclasses import dataclass
from functools import cache

from catalogue.instances import instances
from catalogue.table import Row, rows

MIB_PER_GIB = 1024
UNMEASURED_SHARE = (0.91, 0.985, 0.995)
"""Lowest, expected, highest share of the API's figure: the span of the measured GPUs of `gpus.csv`
(T4 0.910, A10G 0.987, L40S 0.993, A100 0.987 and 0.991, H100 0.990, H200 0.992)."""


@dataclass(frozen=True, kw_only=True)
class Gpu:
    """One GPU; memory in GiB as torch reports it, `compute_capability` as (major, minor)."""

    product: str
    memory_gib: float
    lowest_gib: float
    highest_gib: float
    nvlink: bool
    compute_capability: tuple[int, int] | None
    source: str


def gpu(product: str, api_memory_mib: int) -> Gpu:
    """The measured figures of `product`, or a share of `api_memory_mib` that says it is derived."""
    row = _rows().get(product)
    lowest, expected, highest = (
        (row["lowest_gib"], row["torch_memory_gib"], row["highest_gib"])
        if row
        else (api_memory_mib / MIB_PER_GIB * share for share in UNMEASURED_SHARE)
    )
    return Gpu(
        product=product,
        memory_gib=float(expected),
        lowest_gib=float(lowest),
        highest_gib=float(highest),
        nvlink=bool(row and row["nvlink"] == "yes"),
        compute_capability=_capabilities().get(product),
        source=row["source"] if row else "not measured: a share of the API's figure",
    )


@cache
def _rows() -> dict[str, Row]:
    return {row["gpu_model"]: row for row in rows("gpus")}


@cache
def _capabilities() -> dict[str, tuple[int, int]]:
    return {
        instance.gpu_model: _pair(instance.compute_capability)
        for instance in instances().values()
        if instance.gpu_model and instance.compute_capability
    }


def _pair(capability: str) -> tuple[int, int]:
    major, minor = capability.split(".")
    return int(major), int(minor)
