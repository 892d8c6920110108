"""What the queues of a stack have to share, and who waits in which."""

from collections.abc import Iterator, Mapping

from components.node_group.capacity import MIB_PER_GIB, node_capacity
from components.node_group.scheduling import GPU_RESOURCE
from components.queue.arithmetic import AMOUNTS, most
from stacks.config import StackConfig
from stacks.once import once


@once
def pool(config: StackConfig) -> dict[str, float]:
    """All nodes of all groups at their largest, by the queues' names for amounts."""
    nodes = [(group.max_nodes, node_capacity(group)) for group in config.node_groups.values()]
    return {
        "gpus": sum(n * node.gpu_resources.get(GPU_RESOURCE, 0) for n, node in nodes),
        "cpu": sum(n * node.cpu for n, node in nodes),
        "memory_gib": sum(n * node.memory_mib for n, node in nodes) / MIB_PER_GIB,
    }


def queue_of(config: StackConfig, model: str) -> str | None:
    """A model's queue: its own, or its tenant's; None where the tenant does not exist."""
    spec = config.models[model]
    tenant = config.tenants.get(spec.tenant)
    return spec.queue or (tenant.queue if tenant else None)


def beyond(
    config: StackConfig, queue: str, asked: Mapping[str, float]
) -> Iterator[tuple[str, str]]:
    """What of `asked` the queue can never give: which amount, and a sentence about it."""
    have = pool(config)
    for amount, number in asked.items():
        room = most(config.queues, queue, amount, have[amount])
        if number > room:
            unit = AMOUNTS[amount]
            yield amount, f"{number:g} {unit}, `{queue}` can never give more than {room:g}"
