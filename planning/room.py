"""The nodes of one group while pods are put on them: which have room, whose replicas are where."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from planning.node import Node
from planning.pod import Pod


def _nobody(_: int) -> Node | None:
    return None


@dataclass
class Room:
    """`more` makes the node of an index, where the group may still grow.

    Full nodes are set aside and replicas counted once, so that a thousand models take a second.
    """

    nodes: list[Node]
    more: Callable[[int], Node | None] = _nobody
    _open: list[Node] = field(init=False)
    _zones: dict[str, Counter[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._look()

    def fitting(self, pod: Pod) -> list[Node]:
        """Those that have room for `pod`, in their order."""
        return [node for node in (self._open if pod.gpus else self.nodes) if node.has_room(pod)]

    def in_zones(self, service: str) -> Counter[str]:
        """How many pods of a service each zone has, those with none among them."""
        if service not in self._zones:
            counted = Counter[str]()
            for node in self.nodes:
                counted[node.zone] += node.services.get(service, 0)
            self._zones[service] = counted
        return self._zones[service]

    def put(self, node: Node, pod: Pod) -> None:
        """`pod` on `node`, which has room for it."""
        node.add(pod)
        if pod.service in self._zones:
            self._zones[pod.service][node.zone] += 1
        if node.full and node in self._open:
            self._open.remove(node)

    def next_node(self) -> Node | None:
        """The one that would come next; it is not there yet."""
        return self.more(len(self.nodes))

    def grow(self, node: Node) -> None:
        """`node` has come."""
        if all(there.zone != node.zone for there in self.nodes):
            self._zones.clear()
        self.nodes.append(node)
        self._open.append(node)

    def undo(self, before: int, done: list[tuple[Node, Pod]]) -> None:
        """Without the pods in `done`, and without the nodes after the first `before`."""
        for node, pod in done:
            node.remove(pod)
        del self.nodes[before:]
        self._look()

    def _look(self) -> None:
        self._open = [node for node in self.nodes if not node.full]
        self._zones.clear()
