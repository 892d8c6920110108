"""EC2's quotas for GPU instances: vCPUs, by the first letter of the type and how it is bought."""

from dataclasses import dataclass
from typing import Literal

Field = Literal["g_vcpus", "p_vcpus", "g_spot_vcpus", "p_spot_vcpus"]


@dataclass(frozen=True, kw_only=True)
class Family:
    """One quota of an account in a region, and where a stack states it (`planning.quotas`)."""

    letter: str
    spot: bool
    field: Field
    title: str
    code: str

    @property
    def name(self) -> str:
        """As the console shows it, with its code."""
        return f"{self.title} ({self.code})"


FAMILIES = (
    Family(
        letter="g",
        spot=False,
        field="g_vcpus",
        title="Running On-Demand G and VT instances",
        code="L-DB2E81BA",
    ),
    Family(
        letter="p",
        spot=False,
        field="p_vcpus",
        title="Running On-Demand P instances",
        code="L-417A185B",
    ),
    Family(
        letter="g",
        spot=True,
        field="g_spot_vcpus",
        title="All G and VT Spot Instance Requests",
        code="L-3819A6DF",
    ),
    Family(
        letter="p",
        spot=True,
        field="p_spot_vcpus",
        title="All P Spot Instance Requests",
        code="L-7212CCBC",
    ),
)
