"""What a model will hold and cost."""

from collections.abc import Mapping
from dataclasses import dataclass

from components.model.spec import ModelSpec
from components.model.variants import variants
from planning.cost import Costs, per_million_tokens
from planning.fit.fit import Fit
from planning.model_fit import model_fits
from planning.pod import MODEL
from planning.replicas import replicas
from planning.spec import SCALES, Scale
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class ModelPlan:
    """One model: `fit` is its stable version's, None where its architecture is unknown."""

    name: str
    spec: ModelSpec
    queue: str
    priority: str
    fit: Fit | None
    replicas: dict[Scale, int]
    hourly: dict[Scale, float]
    monthly: dict[Scale, float]
    per_million_tokens: float | None


def model_plan(
    config: StackConfig, name: str, hourly: Mapping[Scale, Costs], monthly: Mapping[Scale, Costs]
) -> ModelPlan:
    """Of the model `name`, from what every entry costs."""
    spec = config.models[name]
    tenant, about = config.tenants[spec.tenant], f"{MODEL}{name}"
    number = {scale: replicas(name, spec, scale) for scale in SCALES}
    cost = {scale: hourly[scale].get(about, 0.0) for scale in SCALES}
    return ModelPlan(
        name=name,
        spec=spec,
        queue=spec.queue or tenant.queue,
        priority=spec.priority or tenant.priority,
        fit=model_fits(config)[variants(name, spec)[0].name],
        replicas=number,
        hourly=cost,
        monthly={scale: monthly[scale].get(about, 0.0) for scale in SCALES},
        per_million_tokens=_per_million(config, name, cost["maximum"], number["maximum"]),
    )


def _per_million(config: StackConfig, name: str, hourly: float, number: int) -> float | None:
    stated = config.planning.throughput.get(name)
    if stated is None or not number or not hourly:
        return None
    return per_million_tokens(hourly / number, stated.output_tokens_per_second)
