"""Where the kubelet deals out cores, a container asks for whole ones or gets none of its own."""

from collections.abc import Iterator

from components.job.spec import JobSpec
from components.model.spec import ModelSpec
from components.node_group.capacity import node_capacity
from stacks.config import StackConfig
from stacks.problem import Path, Problem


def pinned_cores(config: StackConfig) -> Iterator[Problem]:
    """Refuses parts of cores on groups with `numa`, and `numa` where there is nothing to align."""
    asked: list[tuple[Path, ModelSpec | JobSpec]] = [
        *((("models", k, "resources", "cpu"), m) for k, m in config.models.items()),
        *((("jobs", k, "resources", "cpu"), j) for k, j in config.jobs.items()),
    ]
    for path, one in asked:
        group = config.node_groups.get(one.node_group)
        if group and group.numa and one.resources and one.resources.cpu % 1:
            what = f"{one.resources.cpu:g} cores share theirs with others on `{one.node_group}`"
            yield Problem(path, what, "ask for whole cores, which the kubelet keeps for it")
    for name, group in config.node_groups.items():
        if group.numa and node_capacity(group).gpus <= 1:
            what = "aligns GPUs and cores, and a node of it has not several GPUs"
            yield Problem(("node_groups", name, "numa"), what, "leave it out")
