"""The order queues must be made in: Volcano refuses a child whose parent is not there yet."""

from collections.abc import Mapping
from graphlib import TopologicalSorter

from components.queue.spec import QueueSpec


def parents_first(specs: Mapping[str, QueueSpec]) -> list[str]:
    """Every queue's name, each after its parent; `graphlib.CycleError` if they form a circle."""
    graph = {
        name: [spec.parent] if spec.parent is not None and spec.parent in specs else []
        for name, spec in sorted(specs.items())
    }
    return list(TopologicalSorter(graph).static_order())
