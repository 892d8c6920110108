"""What one node of an EC2 instance type has to give: figures with their sources, no decisions.

Source: `instances.csv`, one row a type, its `spec_source` and `price_source` columns say from where
and from when. Allocatable is what kubelet leaves for pods, not what the type's name promises.
"""

from dataclasses import dataclass
from functools import cache

from catalogue.table import Row, rows

TABLE = "instances"


@dataclass(frozen=True, kw_only=True)
class Instance:
    """One instance type. CPU in cores, memory in MiB; `gpu_memory_mib` is what one GPU reports."""

    name: str
    arch: str
    allocatable_cpu: float
    allocatable_memory_mib: int
    max_pods: int
    vcpus: int
    gpu_model: str | None
    gpus: int
    gpu_memory_mib: int
    compute_capability: str | None
    local_nvme_gb: int
    efa_interfaces: int
    note: str


@cache
def instances() -> dict[str, Instance]:
    """Every known type, by name."""
    return {row["instance_type"]: _instance(row) for row in rows(TABLE)}


def _instance(row: Row) -> Instance:
    return Instance(
        name=row["instance_type"],
        arch=row["arch"],
        allocatable_cpu=int(row["alloc_cpu"].removesuffix("m")) / 1000,
        allocatable_memory_mib=int(row["alloc_memory"].removesuffix("Mi")),
        max_pods=int(row["max_pods"]),
        vcpus=int(row["vcpu"]),
        gpu_model=row["gpu_model"] or None,
        gpus=int(float(row["gpu_count"])),
        gpu_memory_mib=int(row["gpu_mem_mib_api_each"] or 0),
        compute_capability=row["compute_capability"] or None,
        local_nvme_gb=int(row["local_nvme_gb"] or 0),
        efa_interfaces=int(row["efa_interfaces_max"] or 0),
        note=row["note"],
    )
