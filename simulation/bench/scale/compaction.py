"""Which pods move so that the rest sit on fewer nodes, and how many would: what departures cost."""

from collections.abc import Iterable, Sequence

from simulation.bench.scale.measure import Seen
from simulation.bench.scale.trace import GPUS_A_NODE

Node = tuple[int, ...]
"""The GPUs of each of its pods."""


def moves(pods: Iterable[Seen], nodes: int) -> int | None:
    """Emptying the emptiest node again and again, until `nodes` are left; None if that fails.

    Each of its pods goes where it fits best. Other ways may need fewer.
    """
    held, moved = list(_sizes(pods).values()), 0
    while len(held) > nodes:
        held.sort(key=sum)
        emptied, others = held[0], _taking(held[0], held[1:])
        if others is None:
            return None
        held, moved = others, moved + len(emptied)
    return moved


def next_to_go(pods: Iterable[Seen], below_percent: int) -> str | None:
    """The emptiest node below the threshold, if all of its pods fit on others in use."""
    nodes = _sizes(pods)
    few = [name for name, held in nodes.items() if sum(held) < GPUS_A_NODE * below_percent / 100]
    for name in sorted(few, key=lambda name: (sum(nodes[name]), name)):
        if _taking(nodes[name], [held for other, held in nodes.items() if other != name]):
            return name
    return None


def _sizes(pods: Iterable[Seen]) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for pod in pods:
        if pod.node is not None:
            found[pod.node] = (*found.get(pod.node, ()), pod.gpus)
    return found


def _taking(pods: Node, nodes: Sequence[Node]) -> list[Node] | None:
    found = list(nodes)
    for size in sorted(pods, reverse=True):
        fitting = [i for i, held in enumerate(found) if sum(held) + size <= GPUS_A_NODE]
        if not fitting:
            return None
        best = max(fitting, key=lambda i: sum(found[i]))
        found[best] = (*found[best], size)
    return found
