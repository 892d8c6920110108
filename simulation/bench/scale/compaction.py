"""How many pods would have to move for the rest to sit on fewer nodes: what departures cost."""

from collections.abc import Iterable, Sequence

from simulation.bench.scale.measure import Seen
from simulation.bench.scale.trace import GPUS_A_NODE

Node = tuple[int, ...]
"""The GPUs of each of its pods."""


def moves(pods: Iterable[Seen], nodes: int) -> int | None:
    """Emptying the emptiest node again and again, until `nodes` are left; None if that fails.

    Each of its pods goes where it fits best. Other ways may need fewer.
    """
    sizes: dict[str, Node] = {}
    for pod in pods:
        if pod.node is not None:
            sizes[pod.node] = (*sizes.get(pod.node, ()), pod.gpus)
    held, moved = list(sizes.values()), 0
    while len(held) > nodes:
        held.sort(key=sum)
        emptied, others = held[0], _taking(held[0], held[1:])
        if others is None:
            return None
        held, moved = others, moved + len(emptied)
    return moved


def _taking(pods: Node, nodes: Sequence[Node]) -> list[Node] | None:
    found = list(nodes)
    for size in sorted(pods, reverse=True):
        fitting = [i for i, held in enumerate(found) if sum(held) + size <= GPUS_A_NODE]
        if not fitting:
            return None
        best = max(fitting, key=lambda i: sum(found[i]))
        found[best] = (*found[best], size)
    return found
