"""A stack at one scale: where everything sits, and what that costs."""

from dataclasses import dataclass

from planning.cost import (
    Costs,
    Prices,
    hourly_by_group,
    hourly_by_owner,
    monthly_by_owner,
    standing,
)
from planning.placement import Placement, place
from planning.spec import Scale
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class ScalePlan:
    """Costs are by entry (`models.x`, `jobs.x`), with the idle GPUs and the GPU-less nodes beside.

    `hourly` ones are of an hour in which every job runs, `standing` of one in which none does.
    """

    placement: Placement
    hourly_by_owner: Costs
    monthly_by_owner: Costs
    by_group: Costs
    standing: float

    @property
    def hourly(self) -> float:
        """As each group is bought, of the nodes whose price is known, while every job runs."""
        return sum(self.by_group.values())

    @property
    def monthly(self) -> float:
        """730 hours, in which each job runs once."""
        return sum(self.monthly_by_owner.values())


def scale_plan(config: StackConfig, scale: Scale, prices: Prices) -> ScalePlan:
    """`config` at `scale`."""
    placement = place(config, scale)
    return ScalePlan(
        placement=placement,
        hourly_by_owner=hourly_by_owner(placement, prices),
        monthly_by_owner=monthly_by_owner(placement, prices),
        by_group=hourly_by_group(placement, prices),
        standing=standing(placement, prices),
    )
