"""Which of the nodes with room a pod takes: what Volcano weighs most (components/volcano/spec.py).

Replicas that prefer to be apart are, though packing would have them share a node; then it is the
fullest node, or the emptiest of a group that spreads.
"""

from components.model.protection import Spread
from planning.node import Node
from planning.pod import Pod
from planning.room import Room


def chosen(room: Room, pod: Pod, zone: str | None = None) -> Node | None:
    """The best node for `pod`, in one `zone` if it is named, if any will do."""
    fitting = [node for node in room.fitting(pod) if zone in (None, node.zone)]
    if not pod.apart:
        return min(fitting, key=_packed, default=None)
    open_to = [node for node in fitting if allowed(room, node, pod)] if pod.strictly else fitting
    return min(open_to, key=lambda node: _score(room, node, pod), default=None)


def allowed(room: Room, node: Node, pod: Pod) -> bool:
    """At most one more than where there are fewest (maxSkew 1, components/model/pod.py)."""
    return not pod.strictly or all(
        _beside(room, node, pod, over) <= _fewest(room, pod, over) for over in pod.apart
    )


def _score(room: Room, node: Node, pod: Pod) -> tuple[int, ...]:
    """Less is better."""
    return (*(_beside(room, node, pod, over) for over in pod.apart), _packed(node))


def _packed(node: Node) -> int:
    """Likewise."""
    return node.gpus_used if node.spreads else -node.gpus_used


def _beside(room: Room, node: Node, pod: Pod, over: Spread) -> int:
    """Replicas of the same service in the zone of `node`, or on it."""
    if over == "zones":
        return room.in_zones(pod.service)[node.zone]
    return node.services.get(pod.service, 0)


def _fewest(room: Room, pod: Pod, over: Spread) -> int:
    if over == "zones":
        return min(room.in_zones(pod.service).values(), default=0)
    return min((node.services.get(pod.service, 0) for node in room.nodes), default=0)
