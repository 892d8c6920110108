"""A model's replicas fit what its queue can ever give, or they wait for ever."""

from collections.abc import Iterator

from components.model.placement import gpu_share, replica_resources
from components.model.spec import ModelSpec
from components.node_group.capacity import node_capacity
from components.node_group.scheduling import GPU_RESOURCE
from stacks.checks.queue_tree import queue_tree
from stacks.config import StackConfig
from stacks.problem import Path, Problem
from stacks.queues import beyond, queue_of

MEND = "raise its capability, lower somebody's guarantee, or name another queue"
SAID_AT: dict[str, Path] = {
    "gpus": ("gpus",),
    "cpu": ("resources", "cpu"),
    "memory_gib": ("resources", "memory_gib"),
}


def queue_room(config: StackConfig) -> Iterator[Problem]:
    """Refuses a pod, a replica on several nodes, or a largest number, above its queue's most."""
    if any(queue_tree(config)):
        return
    for name, model in config.models.items():
        queue = queue_of(config, name)
        if queue in config.queues and model.node_group in config.node_groups and not model.stopped:
            yield from _refused(config, name, queue)


def _refused(config: StackConfig, name: str, queue: str) -> Iterator[Problem]:
    """The smallest that does not fit says it all."""
    model = config.models[name]
    sizes: tuple[tuple[Path | None, int], ...] = (
        (None, 1),
        (("nodes",), model.nodes),
        (("scaling", "max_replicas"), model.nodes * model.scaling.max_replicas),
    )
    for where, pods in sizes:
        asked = {amount: each * pods for amount, each in _pod(config, model).items()}
        wrong = list(beyond(config, queue, asked))
        for amount, what in wrong:
            path = ("models", name, *(where or SAID_AT[amount]))
            yield Problem(path, f"asks for {what}", MEND)
        if wrong:
            return


def _pod(config: StackConfig, model: ModelSpec) -> dict[str, float]:
    """Queues here count whole GPUs; parts have names of their own."""
    group = config.node_groups[model.node_group]
    size = replica_resources(model, node_capacity(group))
    whole = gpu_share(model, group).resource == GPU_RESOURCE
    gpus = model.gpus if whole else 0
    return {"gpus": gpus, "cpu": size.cpu, "memory_gib": size.memory_gib}
