"""What queues promise adds up: in the tree, and on the nodes that there are."""

from collections.abc import Iterator

from components.queue.arithmetic import AMOUNTS, children, complaints, said
from stacks.checks.queue_tree import queue_tree
from stacks.config import StackConfig
from stacks.problem import Problem
from stacks.queues import pool

RESERVED = ("root", "default")
"""Volcano makes both itself, lets nobody delete them and nobody change the root's amounts."""


def queue_sums(config: StackConfig) -> Iterator[Problem]:
    """Nothing while the parents form a circle: sums over a circle mean nothing."""
    if any(queue_tree(config)):
        return
    for wrong in complaints(config.queues):
        path = ("queues", wrong.queue, wrong.kind, wrong.amount)
        yield Problem(path, wrong.what, wrong.mend)
    for name in RESERVED:
        if name in config.queues:
            yield Problem(("queues", name), "is Volcano's own queue", "choose another name")
    yield from _guaranteed(config)
    yield from _leaves(config)


def _guaranteed(config: StackConfig) -> Iterator[Problem]:
    """A guarantee is kept free for its queue: more than all nodes together is a promise of air."""
    have = pool(config)
    for amount, unit in AMOUNTS.items():
        top = {key: said(config.queues[key].guarantee, amount) or 0 for key in _top(config)}
        promised = sum(top.values())
        if promised > have[amount]:
            largest = max(top, key=lambda key: top[key])
            what = f"all guarantees together are {promised:g} {unit}, all nodes {have[amount]:g}"
            path = ("queues", largest, "guarantee", amount)
            yield Problem(path, what, "lower one, or raise a group's max_nodes")


def _top(config: StackConfig) -> list[str]:
    return children(config.queues, None)


def _leaves(config: StackConfig) -> Iterator[Problem]:
    """Volcano 1.15.1 places pods in leaves only and makes no parent of a queue that has some."""
    parents = {spec.parent for spec in config.queues.values()}
    named = [
        *((("tenants", key, "queue"), tenant.queue) for key, tenant in config.tenants.items()),
        *((("models", key, "queue"), model.queue) for key, model in config.models.items()),
        *((("jobs", key, "queue"), job.queue) for key, job in config.jobs.items()),
    ]
    for path, queue in named:
        if queue is not None and queue in parents:
            what = f"`{queue}` has queues of its own, so no pod may wait in it"
            mend = f"name one of them: {', '.join(sorted(children(config.queues, queue)))}"
            yield Problem(path, what, mend)
