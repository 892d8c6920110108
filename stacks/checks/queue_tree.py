"""Queues form trees: a queue that is its own ancestor has no share of anything."""

from collections.abc import Iterator
from graphlib import CycleError

from components.queue.order import parents_first
from stacks.config import StackConfig
from stacks.problem import Problem


def queue_tree(config: StackConfig) -> Iterator[Problem]:
    """Refuses a circle of parents, naming it once."""
    try:
        parents_first(config.queues)
    except CycleError as error:
        circle = " -> ".join(error.args[1])
        what = f"the parents form a circle: {circle}"
        yield Problem(("queues", error.args[1][0], "parent"), what, "remove one of them")
