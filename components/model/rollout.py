"""How a new pod template replaces the old one, as GPUs allow."""

from typing import Literal

from components.model.placement import Placement
from components.model.spec import ModelSpec
from components.types import Manifest

Strategy = Literal["in_place", "surge", "recreate"]
NUMBERS = {
    "in_place": {"maxSurge": 0, "maxUnavailable": 1},
    "surge": {"maxSurge": 1, "maxUnavailable": 0},
}


def strategy(spec: ModelSpec, place: Placement) -> Strategy:
    """As said; `auto` surges only where the GPUs of one more replica are there.

    On several nodes KServe doubles all GPUs unless everything is recreated.
    """
    if spec.nodes > 1:
        return "recreate"
    if spec.rollout.strategy != "auto":
        return spec.rollout.strategy
    return "surge" if place.surge else "in_place"


def deployment_strategy(spec: ModelSpec, place: Placement) -> Manifest:
    """KServe's own default surges by 25 %, which on full GPUs waits for ever; Knative has none."""
    if spec.mode == "knative":
        return {}
    chosen = strategy(spec, place)
    if chosen == "recreate":
        return {"deploymentStrategy": {"type": "Recreate"}}
    numbers = NUMBERS[chosen]
    return {"deploymentStrategy": {"type": "RollingUpdate", "rollingUpdate": numbers}}
