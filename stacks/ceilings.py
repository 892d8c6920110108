"""What tenants and queues leave for a rollout when every model is at its largest.

A node may be free and yet nobody new come: the quota refuses the pod, or the queue never places it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from components.node_group.capacity import MIB_PER_GIB
from components.node_group.scheduling import GPU_RESOURCE
from components.queue.arithmetic import AMOUNTS, most, said
from stacks.config import StackConfig
from stacks.queues import pool
from stacks.spare import Asked

Key = tuple[str, str]
"""An amount by a quota's name for it, and of GPUs the resource by which they are asked for."""

Taken = dict[str, Counter[Key]]


class Ceilings:
    """The taken, counted once. A job that yields takes of its tenant's quota, not of its queue."""

    def __init__(self, config: StackConfig, asked: list[Asked]) -> None:
        self._config = config
        self._of_tenants: Taken = {name: Counter() for name in config.tenants}
        self._of_queues: Taken = {name: Counter() for name in config.queues}
        self._room: dict[str, dict[str, float]] = {}
        for one in asked:
            self._count(one)

    def above(self, more: Asked) -> Iterator[str]:
        """What hinders `more` pods beside all that there are, in words."""
        tenant = self._config.tenants.get(more.tenant)
        if tenant is None:
            return
        limits = {amount: said(tenant.quota, amount) for amount in AMOUNTS}
        yield from _over(f"tenant `{more.tenant}`", limits, self._of_tenants[more.tenant], more)
        for queue in self._line(more.queue or tenant.queue):
            yield from _over(
                f"queue `{queue}`", self._most(queue, more), self._of_queues[queue], more
            )

    def _count(self, one: Asked) -> None:
        tenant = self._config.tenants.get(one.tenant)
        if tenant is not None:
            self._of_tenants[one.tenant].update(_amounts(one))
            for queue in self._line(one.queue or tenant.queue) if not one.yields else ():
                self._of_queues[queue].update(_amounts(one))

    def _line(self, queue: str) -> list[str]:
        """From a queue up to the top; nothing of what is not there, or turns in a circle."""
        found: list[str] = []
        name: str | None = queue
        while name in self._config.queues and name not in found:
            found.append(name)
            name = self._config.queues[name].parent
        return [] if name in found else found

    def _most(self, queue: str, more: Asked) -> Mapping[str, float | None]:
        """Queues here count whole GPUs; parts have names of their own."""
        if queue not in self._room:
            have, specs = pool(self._config), self._config.queues
            self._room[queue] = {one: most(specs, queue, one, have[one]) for one in AMOUNTS}
        room = self._room[queue]
        return room if more.kind == GPU_RESOURCE else {**room, "gpus": None}


def _amounts(asked: Asked) -> dict[Key, float]:
    size, count = asked.size, asked.count
    return {
        ("gpus", asked.kind): size.gpus * count,
        ("cpu", ""): size.cpu * count,
        ("memory_gib", ""): size.memory_mib / MIB_PER_GIB * count,
    }


def _over(
    who: str, limits: Mapping[str, float | None], taken: Counter[Key], more: Asked
) -> Iterator[str]:
    for key, number in _amounts(more).items():
        limit = limits[key[0]]
        if limit is not None and taken[key] + number > limit:
            left = max(limit - taken[key], 0)
            yield f"{who} has {left:g} of {limit:g} {AMOUNTS[key[0]]} left"
