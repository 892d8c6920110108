"""Which models a change starts anew, how, and for how long: what it does to those who ask them.

KServe gives a Standard model's labels, annotations and predictor to its pods, so even a scaler of
another kind starts all of them anew; in Knative mode every field makes a revision. A runtime's
models follow it (KServe 0.17: components/predictor.go, reconcilers/deployment and /knative).
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from components.model.rollout import strategy
from components.model.spec import ModelSpec
from components.model.variants import variants
from planning.change.recorded import Resource, Resources
from planning.change.replacement import changed_paths, replacing
from stacks.config import StackConfig
from stacks.rollouts import Spares, spares
from stacks.served import placed

SERVICE = "kubernetes:serving.kserve.io/v1beta1:InferenceService"
RUNTIMES = (
    "kubernetes:serving.kserve.io/v1alpha1:ClusterServingRuntime",
    "kubernetes:serving.kserve.io/v1alpha1:ServingRuntime",
)
INHERITED = ("metadata.annotations", "metadata.labels", "spec.predictor")
UNSEEN = ("canaryTrafficPercent",)
"""Of the predictor, what no pod and no revision sees."""

UNSEEN_BY_PODS = (
    *UNSEEN,
    "deploymentStrategy",
    "maxReplicas",
    "minReplicas",
    "scaleMetric",
    "scaleTarget",
    "timeout",
)
NOT_SENT = "metadata.annotations.pulumi.com/"

How = Literal["revision", "surge", "in_place", "recreate"]
SAYS: dict[How, str] = {
    "revision": "starts anew as a revision beside the old one, nobody is missing",
    "surge": "starts anew, one replica at a time beside the old ones, nobody is missing",
    "in_place": "starts anew, one replica at a time in place of an old one, one is missing",
    "recreate": "starts anew, all replicas at once",
}
ONE_BY_ONE = ("surge", "in_place")
SILENT = "starts anew, and nobody answers meanwhile"


@dataclass(frozen=True, kw_only=True)
class Rollout:
    """One model, because of `paths`; `silent` where no replica answers meanwhile.

    `seconds` is for all of its replicas at its least, by the startup budget of one and without a
    node that must be bought; by surge or in place they come one after another, else at once.
    """

    model: str
    how: How
    silent: bool
    seconds: int
    says: str
    paths: tuple[str, ...]


def rollouts(old: Resources, new: Resources, config: StackConfig) -> list[Rollout]:
    """Those models of `config` that were there and serve on, with other pods."""
    specs = {one.name: one.spec for n, s in config.models.items() for one in variants(n, s)}
    room, runtimes = spares(config), _changed_runtimes(old, new)
    found = []
    for key, service in new.items():
        if key[0] != SERVICE or key not in old:
            continue
        name = service.inputs["metadata"]["name"]
        spec = specs.get(name)
        if spec is not None and not spec.stopped:
            paths = tuple(sorted(_starting_anew(old[key], service, spec, runtimes)))
            found += [_rollout(name, spec, config, room, paths)] if paths else []
    return found


def _starting_anew(
    old: Resource, new: Resource, spec: ModelSpec, runtimes: Mapping[str, list[str]]
) -> Iterator[str]:
    """What differs and reaches the pods; nothing of a service that is replaced altogether."""
    paths = set(changed_paths(old.inputs, new.inputs))
    if replacing(SERVICE, paths):
        return
    unseen = UNSEEN if spec.mode == "knative" else UNSEEN_BY_PODS
    hidden = (NOT_SENT, *(f"spec.predictor.{field}" for field in unseen))
    yield from (p for p in paths if p.startswith(INHERITED) and not p.startswith(hidden))
    name = new.inputs["spec"]["predictor"].get("model", {}).get("runtime")
    yield from (f"runtime {name}: {path}" for path in runtimes.get(name, ()))


def _changed_runtimes(old: Resources, new: Resources) -> dict[str, list[str]]:
    """By name, what differs of each runtime that was there and still is."""
    before, after = (
        {one.inputs["metadata"]["name"]: one for one in resources.values() if one.type in RUNTIMES}
        for resources in (old, new)
    )
    return {
        name: list(changed_paths(before[name].inputs.get("spec"), one.inputs.get("spec"), "spec"))
        for name, one in after.items()
        if name in before
    }


def _rollout(
    name: str, spec: ModelSpec, config: StackConfig, room: Spares, paths: tuple[str, ...]
) -> Rollout:
    place = placed(spec, config, room)
    how: How = "revision" if spec.mode == "knative" else strategy(spec, place)
    least = spec.scaling.min_replicas
    silent = least > 0 and (how == "recreate" or (how == "in_place" and least == 1))
    each = place.budget.total - place.budget.node
    seconds = each * (max(least, 1) if how in ONE_BY_ONE else 1)
    return Rollout(
        model=name,
        how=how,
        silent=silent,
        seconds=seconds,
        says=f"{SILENT if silent else SAYS[how]}: about {math.ceil(seconds / 60)} min",
        paths=paths,
    )
