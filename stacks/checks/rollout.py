"""A rollout that needs GPUs which nobody gives it would wait for ever: it is refused beforehand."""

from collections.abc import Iterator

from components.model.spec import ModelSpec
from stacks.config import StackConfig
from stacks.problem import Problem
from stacks.rollouts import beside, spares
from stacks.spare import running


def rollout(config: StackConfig) -> Iterator[Problem]:
    """Refuses what must start new replicas beside the old where no node has room for them."""
    room = spares(config)
    for name, variant in running(config):
        spec = variant.spec
        must = spec.mode == "knative" or spec.rollout.strategy == "surge"
        if must and spec.node_group in config.node_groups and (why := room.hindrance(spec)):
            where = ("models", name, "mode" if spec.mode == "knative" else "rollout")
            yield Problem(where, _witness(spec, why), MEND)


def _witness(spec: ModelSpec, why: str) -> str:
    return (
        f"an update starts {beside(spec)} × {spec.gpus} GPUs beside the running ones; with every "
        f"model at its largest {why}"
    )


MEND = "make room, lower a max_replicas there, or use `mode: standard` and leave `rollout` out"
