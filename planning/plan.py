"""The whole plan of one stack: fit, placement, cost and capacity, from its configuration alone."""

from dataclasses import dataclass

from components.model.spec import ModelSpec
from planning.capacity import Loss, Quota, losses, preempted, quotas
from planning.cost import (
    HOURS_PER_MONTH,
    NodePrice,
    hourly_by_group,
    hourly_by_model,
    node_price,
    per_million_tokens,
)
from planning.fit.fit import Fit
from planning.model_fit import model_fit
from planning.placement import Placement, place
from planning.region import stack_currency
from planning.replicas import Replica, count
from planning.spec import SCALES, Scale
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class ModelPlan:
    """One model: `fit` is None where its architecture is unknown; costs are an hour on demand."""

    name: str
    spec: ModelSpec
    queue: str
    fit: Fit | None
    replicas: dict[Scale, int]
    hourly: dict[Scale, float]
    per_million_tokens: float | None


@dataclass(frozen=True, kw_only=True)
class ScalePlan:
    """The stack at one scale; `by_model` has the idle GPUs and the GPU-less nodes, too."""

    placement: Placement
    by_model: dict[str, float]
    by_group: dict[str, float]

    @property
    def hourly(self) -> float:
        """On demand, of the nodes whose price is known."""
        return sum(self.by_group.values())

    @property
    def monthly(self) -> float:
        """730 such hours."""
        return self.hourly * HOURS_PER_MONTH


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a stack will be, will hold and will cost."""

    config: StackConfig
    currency: str
    prices: dict[str, NodePrice]
    models: tuple[ModelPlan, ...]
    scales: dict[Scale, ScalePlan]
    preempted: tuple[Replica, ...]
    losses: tuple[Loss, ...]
    quotas: tuple[Quota, ...]

    def hourly_by_tenant(self, scale: Scale) -> dict[str, float]:
        """On-demand cost of an hour of each tenant's models."""
        return self._summed(scale, {m.name: m.spec.tenant for m in self.models})

    def hourly_by_queue(self, scale: Scale) -> dict[str, float]:
        """On-demand cost of an hour of each queue's models."""
        return self._summed(scale, {m.name: m.queue for m in self.models})

    def _summed(self, scale: Scale, owner: dict[str, str]) -> dict[str, float]:
        """What belongs to no model keeps its own name."""
        totals: dict[str, float] = {}
        for name, cost in self.scales[scale].by_model.items():
            key = owner.get(name, name)
            totals[key] = totals.get(key, 0.0) + cost
        return totals


def plan(config: StackConfig) -> Plan:
    """The plan of `config`."""
    prices = {name: node_price(config, name) for name in config.node_groups}
    scales = {scale: _scale(config, scale, prices) for scale in SCALES}
    minimum, maximum = scales["minimum"].placement, scales["maximum"].placement
    return Plan(
        config=config,
        currency=stack_currency(config),
        prices=prices,
        models=tuple(_model(config, name, scales) for name in config.models),
        scales=scales,
        preempted=tuple(preempted(minimum, maximum)),
        losses=tuple(losses(minimum)),
        quotas=tuple(quotas(config, maximum)),
    )


def _scale(config: StackConfig, scale: Scale, prices: dict[str, NodePrice]) -> ScalePlan:
    placement = place(config, scale)
    return ScalePlan(
        placement=placement,
        by_model=hourly_by_model(placement, prices),
        by_group=hourly_by_group(placement, prices),
    )


def _model(config: StackConfig, name: str, scales: dict[Scale, ScalePlan]) -> ModelPlan:
    spec = config.models[name]
    replicas = {scale: count(spec, scale) for scale in SCALES}
    hourly = {scale: scales[scale].by_model.get(name, 0.0) for scale in SCALES}
    return ModelPlan(
        name=name,
        spec=spec,
        queue=spec.queue or config.tenants[spec.tenant].queue,
        fit=model_fit(spec, config.node_groups[spec.node_group], config.architectures),
        replicas=replicas,
        hourly=hourly,
        per_million_tokens=_per_million(config, name, hourly["maximum"], replicas["maximum"]),
    )


def _per_million(config: StackConfig, name: str, hourly: float, number: int) -> float | None:
    stated = config.planning.throughput.get(name)
    if stated is None or not number or not hourly:
        return None
    return per_million_tokens(hourly / number, stated.output_tokens_per_second)
