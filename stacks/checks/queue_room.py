"""A model's replicas fit what its queue can ever give, or they wait for ever."""

from collections.abc import Iterator

from components.model.placement import gpu_share
from components.node_group.scheduling import GPU_RESOURCE
from components.queue.arithmetic import most
from stacks.checks.queue_tree import queue_tree
from stacks.config import StackConfig
from stacks.problem import Problem
from stacks.queues import pool, queue_of

MEND = "raise its capability, lower somebody's guarantee, or name another queue"


def queue_room(config: StackConfig) -> Iterator[Problem]:
    """Refuses one pod, or one model's largest number of them, above its queue's most GPUs."""
    if any(queue_tree(config)):
        return
    for name, model in config.models.items():
        queue, group = queue_of(config, name), config.node_groups.get(model.node_group)
        if queue not in config.queues or group is None or not _counts(config, name):
            continue
        room = most(config.queues, queue, "gpus", pool(config)["gpus"])
        largest = model.gpus * model.scaling.max_replicas
        if model.gpus > room:
            what = f"asks for {model.gpus} GPUs, `{queue}` can never give more than {room:g}"
            yield Problem(("models", name, "gpus"), what, MEND)
        elif largest > room:
            what = f"asks for {largest} GPUs, `{queue}` can never give more than {room:g}"
            yield Problem(("models", name, "scaling", "max_replicas"), what, MEND)


def _counts(config: StackConfig, name: str) -> bool:
    """Queues here count whole GPUs; parts have names of their own."""
    model = config.models[name]
    share = gpu_share(model, config.node_groups[model.node_group])
    return not model.stopped and model.gpus > 0 and share.resource == GPU_RESOURCE
