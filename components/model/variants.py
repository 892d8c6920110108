"""Which InferenceServices one model is: itself, or one for each version that runs."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from components.model.spec import ModelSpec
from components.model.versions import WHOLE


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One InferenceService `name` of the model; `weight` is its share of requests in percent."""

    name: str
    spec: ModelSpec
    weight: int


def variants(name: str, spec: ModelSpec) -> tuple[Variant, ...]:
    """In Standard mode each running version is a service of its own; in Knative mode all versions
    are revisions of one service, whose template is the newest."""
    traffic = spec.traffic
    if traffic is None:
        return (Variant(name=name, spec=spec, weight=WHOLE),)
    if spec.mode == "knative":
        newest = spec.version(traffic.canary or traffic.stable)
        return (Variant(name=name, spec=newest, weight=WHOLE),)
    stable = spec.version(traffic.stable)
    first = Variant(name=f"{name}-{traffic.stable}", spec=stable, weight=WHOLE - traffic.percent)
    return (first, *_canary(name, spec))


def _canary(name: str, spec: ModelSpec) -> Iterator[Variant]:
    """A fixed number of replicas in its share, one at least; with all requests, the model's own."""
    traffic = spec.traffic
    if traffic is None or traffic.canary is None:
        return
    made, percent = spec.version(traffic.canary), traffic.percent
    if percent < WHOLE:
        replicas = max(math.ceil(spec.scaling.min_replicas * percent / WHOLE), 1)
        fixed = spec.scaling.model_validate({"min_replicas": replicas, "max_replicas": replicas})
        made = made.model_copy(update={"scaling": fixed})
    yield Variant(name=f"{name}-{traffic.canary}", spec=made, weight=percent)
