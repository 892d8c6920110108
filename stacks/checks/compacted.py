"""A group is compacted by what its autoscaler can see, and no model is without a replica for it."""

from collections.abc import Iterator

from components.node_group.capacity import node_capacity
from components.node_group.moving import counted
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.problem import Problem


def compacted(config: StackConfig) -> Iterator[Problem]:
    """Refuses limits that nobody reads, GPUs that look idle, single replicas under Karpenter."""
    for name, group in config.node_groups.items():
        if group.compaction is None:
            continue
        path = ("node_groups", name, "compaction")
        if not node_capacity(group).gpus:
            what = "is for GPUs; without any, nodes below half of their CPU and memory go anyway"
            yield Problem(path, what, "leave it out")
        elif group.karpenter is None:
            yield from _by_share(path, group)
        else:
            yield from _by_price(path, group)
            yield from _alone(config, name)


def _by_share(path: tuple[str, ...], group: NodeGroupSpec) -> Iterator[Problem]:
    if not counted(group):
        what = "goes by nvidia.com/gpu, the only GPUs that the Cluster Autoscaler counts"
        yield Problem(path, f"{what}: shares of another name look idle", "leave it out")


def _by_price(path: tuple[str, ...], group: NodeGroupSpec) -> Iterator[Problem]:
    said = group.compaction.model_fields_set if group.compaction else ()
    for field in sorted(said):
        what = "is the Cluster Autoscaler's; Karpenter weighs what a move saves and costs"
        yield Problem((*path, field), what, "leave it out: `compaction: {}`")


def _alone(config: StackConfig, group: str) -> Iterator[Problem]:
    for name, model in config.models.items():
        alone = model.scaling.min_replicas <= 1 and not model.stopped
        if model.node_group == group and alone:
            what = f"leaves one replica, and Karpenter would move it where `{group}` is compacted"
            mend = f"ask for 2, or leave `compaction` out at `{group}`"
            yield Problem(("models", name, "scaling", "min_replicas"), what, mend)
