"""The models of a plan as plain data."""

from typing import Any

from planning.fit.fit import Fit
from planning.fit.memory import Part
from planning.model_plan import ModelPlan
from planning.plan import Plan

Plain = dict[str, Any]


def models(plan: Plan) -> list[Plain]:
    """Every model, in the order of the stack."""
    return [_model(plan, model) for model in plan.models]


def _model(plan: Plan, model: ModelPlan) -> Plain:
    return {
        "name": model.name,
        "source": model.spec.source,
        "tenant": model.spec.tenant,
        "queue": model.queue,
        "priority": model.priority,
        "node_group": model.spec.node_group,
        "gpus": model.spec.gpus,
        "nodes": model.spec.nodes,
        "replicas": model.replicas,
        "hourly": _rounded(model.hourly),
        "monthly": _rounded(model.monthly),
        "per_million_tokens": _per_million(model),
        "fit": _fit(model.fit, plan.config.planning.typical_context) if model.fit else None,
    }


def _per_million(model: ModelPlan) -> float | None:
    return None if model.per_million_tokens is None else round(model.per_million_tokens, 4)


def _fit(fit: Fit, typical: int) -> Plain:
    context = fit.engine.context_length
    return {
        "fits": fit.fits,
        "certain": fit.certain,
        "kind": fit.architecture.kind,
        "gpu": fit.gpu.product,
        "gpu_source": fit.gpu.source,
        "gpu_gib": round(fit.memory.total.expected, 2),
        "tensor_parallel": fit.engine.tensor_parallel,
        "pipeline_parallel": fit.engine.pipeline_parallel,
        "gpu_memory_utilization": fit.engine.gpu_memory_utilization,
        "context_length": context,
        "typical_context": min(typical, context),
        "kv_bytes_per_token": round(fit.bytes_per_token),
        "kv_tokens": fit.kv_tokens,
        "one_request_gib": round(fit.needed_gib, 2),
        "concurrency": {
            "full": round(fit.concurrency(context), 1),
            "typical": round(fit.concurrency(typical), 1),
        },
        "parts": [_part(part) for part in fit.memory.parts()],
    }


def _part(part: Part) -> Plain:
    return {
        "name": part.name,
        "low_gib": round(part.gib.low, 2),
        "gib": round(part.gib.expected, 2),
        "high_gib": round(part.gib.high, 2),
        "reason": part.reason,
    }


def _rounded(costs: dict[Any, float]) -> dict[Any, float]:
    return {scale: round(cost, 4) for scale, cost in costs.items()}
