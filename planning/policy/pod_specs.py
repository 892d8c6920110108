"""The pod specs inside every kind of object that makes pods for models and jobs."""

from collections.abc import Iterator
from typing import Any

from planning.change.recorded import Resource

SERVICE = "kubernetes:serving.kserve.io/v1beta1:InferenceService"
JOB = "kubernetes:batch.volcano.sh/v1alpha1:Job"
DEPLOYMENT = "kubernetes:apps/v1:Deployment"
PARTS = ("predictor", "transformer", "explainer")

Plain = dict[str, Any]


def predictor(resource: Resource) -> Plain:
    """What serves, of an InferenceService; nothing of any other."""
    return (_spec(resource).get("predictor") or {}) if resource.type == SERVICE else {}


def pod_specs(resource: Resource) -> Iterator[Plain]:
    """Every one, of whatever part or task."""
    spec = _spec(resource)
    if resource.type == SERVICE:
        yield from (spec[part] for part in PARTS if spec.get(part))
        yield from (spec[part]["workerSpec"] for part in PARTS if _works(spec.get(part)))
    if resource.type == JOB:
        yield from (task["template"]["spec"] for task in spec.get("tasks") or [])
    if resource.type == DEPLOYMENT:
        yield spec["template"]["spec"]


def containers(spec: Plain) -> Iterator[Plain]:
    """Those of one pod spec; KServe calls the one that serves its `model`."""
    yield from spec.get("containers") or []
    if "model" in spec:
        yield spec["model"]


def _works(part: Plain | None) -> bool:
    return bool(part and part.get("workerSpec"))


def _spec(resource: Resource) -> Plain:
    return resource.inputs.get("spec") or {}
