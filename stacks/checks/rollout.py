"""A rollout that needs GPUs which are all in use would wait for ever: it is refused beforehand."""

from collections.abc import Iterator

from components.model.spec import ModelSpec
from stacks.config import StackConfig
from stacks.problem import Problem
from stacks.rollouts import Spares, beside
from stacks.spare import Size, running


def rollout(config: StackConfig) -> Iterator[Problem]:
    """Refuses what must start new replicas beside the old where no node has room for them."""
    spares = Spares(config)
    for name, variant in running(config):
        spec = variant.spec
        must = spec.mode == "knative" or spec.rollout.strategy == "surge"
        if must and spec.node_group in config.node_groups and not spares.surges(spec):
            where = ("models", name, "mode" if spec.mode == "knative" else "rollout")
            yield Problem(where, _witness(spec, spares.left(spec.node_group)), MEND)


def _witness(spec: ModelSpec, left: list[Size]) -> str:
    free, most = sum(size.gpus for size in left), max((size.gpus for size in left), default=0)
    return (
        f"an update starts {beside(spec)} × {spec.gpus} GPUs beside the running ones; with every "
        f"model at its largest `{spec.node_group}` has {free} free, {most} of them on one node"
    )


MEND = "add a node, lower a max_replicas there, or use `mode: standard` and leave `rollout` out"
