"""Which of the nodes with room a pod takes: what Volcano weighs most (components/volcano/spec.py).

Replicas that prefer to be apart are, though packing would have them share a node; then it is the
fullest node, or the emptiest of a group that spreads.
"""

from collections.abc import Iterable, Sequence

from components.model.protection import Spread
from planning.node import Node
from planning.pod import Pod

Counts = dict[tuple[Spread, str], int]
"""Replicas of one service, by zone and by node."""


def chosen(nodes: Sequence[Node], pod: Pod) -> Node | None:
    """The best of `nodes` for `pod`, if any will do."""
    fitting = [node for node in nodes if node.has_room(pod)]
    if not pod.apart:
        return min(fitting, key=_packed, default=None)
    beside = _beside(nodes, pod)
    open_to = [node for node in fitting if _allowed(node, pod, beside)]
    return min(open_to, key=lambda node: _score(node, pod, beside), default=None)


def allowed(node: Node, nodes: Iterable[Node], pod: Pod) -> bool:
    """Whether `pod` may be on `node` among `nodes`: strictly spread, it waits for the others."""
    return _allowed(node, pod, _beside([*nodes, node], pod))


def _beside(nodes: Iterable[Node], pod: Pod) -> Counts:
    counts: Counts = {}
    for over in pod.apart:
        for node in nodes:
            key = over, _domain(node, over)
            counts[key] = counts.get(key, 0) + node.services.get(pod.service, 0)
    return counts


def _allowed(node: Node, pod: Pod, beside: Counts) -> bool:
    """At most one more than where there are fewest (maxSkew 1, components/model/pod.py)."""
    if not pod.strictly:
        return True
    return all(
        beside[over, _domain(node, over)]
        <= min(n for (kind, _), n in beside.items() if kind == over)
        for over in pod.apart
    )


def _score(node: Node, pod: Pod, beside: Counts) -> tuple[int, ...]:
    """Less is better."""
    return (*(beside[over, _domain(node, over)] for over in pod.apart), _packed(node))


def _packed(node: Node) -> int:
    """Likewise."""
    return node.gpus_used if node.spreads else -node.gpus_used


def _domain(node: Node, over: Spread) -> str:
    return node.zone if over == "zones" else node.name
