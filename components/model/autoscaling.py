"""Which scaler a model has, and how it is told: exactly one, always said."""

from typing import Literal

from components.model.placement import Placement
from components.model.spec import ModelSpec
from components.types import Manifest

Scaler = Literal["none", "hpa", "external"]
DEFAULT_CONCURRENCY = 32
"""Requests at once on one vLLM server before Knative adds another; batches of 32 are efficient."""
LONGEST_RETENTION_SECONDS = 3600


def scaler(spec: ModelSpec) -> Scaler:
    """KServe's class in Standard mode: fixed, its own HPA, or our ScaledObject.

    KServe's default would be an HPA on CPU, so it is always written (FACTS: KServe 0.20.0).
    """
    by = spec.scaling.by
    if spec.scaling.fixed:
        return "none"
    if by is not None and (by.cpu or by.memory):
        return "hpa"
    return "external" if spec.vllm else "hpa"


def annotations(spec: ModelSpec, place: Placement) -> dict[str, str]:
    """What is said by annotation: the class in Standard mode, Knative's windows and deadlines."""
    if spec.mode == "standard":
        return {"serving.kserve.io/autoscalerClass": scaler(spec)}
    retention = min(place.budget.total, LONGEST_RETENTION_SECONDS)
    zero = {"autoscaling.knative.dev/scale-to-zero-pod-retention-period": f"{retention}s"}
    return {
        "autoscaling.knative.dev/window": f"{spec.scaling.window_seconds}s",
        "serving.knative.dev/progress-deadline": f"{place.budget.deadline}s",
        **(zero if spec.scaling.min_replicas == 0 else {}),
    }


def bounds(spec: ModelSpec) -> Manifest:
    """The fields of the predictor: bounds, and the metric where KServe itself makes the scaler."""
    replicas = {
        "minReplicas": spec.scaling.min_replicas,
        "maxReplicas": spec.scaling.max_replicas,
    }
    return {**replicas, **_metric(spec)}


def _metric(spec: ModelSpec) -> Manifest:
    by = spec.scaling.by
    said = by.model_dump(exclude_none=True, exclude={"vllm"}) if by else {}
    for metric, target in said.items():
        return {"scaleMetric": metric, "scaleTarget": target}
    if spec.mode == "knative":
        return {"scaleMetric": "concurrency", "scaleTarget": DEFAULT_CONCURRENCY}
    return {}
