"""The whole plan of one stack: fit, placement, cost and capacity, from its configuration alone."""

from dataclasses import dataclass

from planning.capacity import Quota, preempted, quotas
from planning.cost import Costs
from planning.job_plan import JobPlan, job_plan
from planning.losses import Loss, beside_jobs, losses
from planning.model_plan import ModelPlan, model_plan
from planning.node_price import NodePrice, node_price
from planning.placement import Placement, place
from planning.pod import JOB, MODEL, Pod
from planning.region import stack_currency
from planning.scale import ScalePlan, scale_plan
from planning.spec import SCALES, Scale
from stacks.config import StackConfig
from stacks.once import once


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a stack will be, will hold and will cost."""

    config: StackConfig
    currency: str
    prices: dict[str, NodePrice]
    models: tuple[ModelPlan, ...]
    jobs: tuple[JobPlan, ...]
    scales: dict[Scale, ScalePlan]
    preempted: tuple[Pod, ...]
    losses: tuple[Loss, ...]
    quotas: tuple[Quota, ...]

    def hourly_by_tenant(self, scale: Scale) -> Costs:
        """Cost of an hour of each tenant's models and jobs."""
        return _summed(self.scales[scale].hourly_by_owner, self.tenants())

    def monthly_by_tenant(self, scale: Scale) -> Costs:
        """Cost of a month of each tenant's models, and of one run of each of its jobs."""
        return _summed(self.scales[scale].monthly_by_owner, self.tenants())

    def hourly_by_queue(self, scale: Scale) -> Costs:
        """Cost of an hour of each queue's models and jobs."""
        return _summed(self.scales[scale].hourly_by_owner, self.queues())

    def queues(self) -> dict[str, str]:
        """By entry (`models.x`), the queue that it waits in."""
        models = {f"{MODEL}{model.name}": model.queue for model in self.models}
        return {**models, **{f"{JOB}{job.name}": job.queue for job in self.jobs}}

    def tenants(self) -> dict[str, str]:
        """By entry, whose it is."""
        models = {f"{MODEL}{model.name}": model.spec.tenant for model in self.models}
        return {**models, **{f"{JOB}{job.name}": job.spec.tenant for job in self.jobs}}


@once
def plan(config: StackConfig) -> Plan:
    """The plan of `config`."""
    prices = {name: node_price(config, name) for name in config.node_groups}
    scales = {scale: scale_plan(config, scale, prices) for scale in SCALES}
    minimum, maximum = scales["minimum"].placement, scales["maximum"].placement
    return Plan(
        config=config,
        currency=stack_currency(config),
        prices=prices,
        models=_models(config, scales),
        jobs=tuple(_job(config, name, scales, prices) for name in config.jobs),
        scales=scales,
        preempted=tuple(preempted(minimum, maximum)),
        losses=tuple(_losses(config, minimum)),
        quotas=tuple(quotas(config, maximum)),
    )


def _losses(config: StackConfig, minimum: Placement) -> list[Loss]:
    if not config.jobs:
        return losses(minimum)
    return beside_jobs(place(config.model_copy(update={"jobs": {}}), "minimum"), minimum)


def _models(config: StackConfig, scales: dict[Scale, ScalePlan]) -> tuple[ModelPlan, ...]:
    hourly = {scale: scales[scale].hourly_by_owner for scale in SCALES}
    monthly = {scale: scales[scale].monthly_by_owner for scale in SCALES}
    return tuple(model_plan(config, name, hourly, monthly) for name in config.models)


def _job(
    config: StackConfig, name: str, scales: dict[Scale, ScalePlan], prices: dict[str, NodePrice]
) -> JobPlan:
    return job_plan(
        config,
        name,
        {scale: scales[scale].placement for scale in SCALES},
        {scale: scales[scale].hourly_by_owner.get(f"{JOB}{name}", 0.0) for scale in SCALES},
        prices[config.jobs[name].node_group],
    )


def _summed(costs: Costs, owner: dict[str, str]) -> Costs:
    """What belongs to no entry keeps its own name."""
    totals: Costs = {}
    for about, cost in costs.items():
        key = owner.get(about, about)
        totals[key] = totals.get(key, 0.0) + cost
    return totals
