"""Which pod goes to which node: by priority, onto the fullest node that still has room.

Volcano decides the same way here: its `priority` plugin orders the pods, `gang` binds those of a
job or of a replica together, `predicates` leaves out nodes without room, `nodeorder` scores zones
and nodes without the pod's like highest, and then `binpack` the fullest GPUs
(components/volcano/spec.py). Nobody opens a node to be apart.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from components.node_group.capacity import node_capacity
from planning.gangs import gangs
from planning.node import Node
from planning.pod import Gang, Pod
from planning.region import zones
from planning.spec import Scale
from stacks.config import StackConfig

NO_ZONE = "any zone"
More = Callable[[], Node | None]
"""One more node of a group, where it may still grow."""


@dataclass(frozen=True, kw_only=True)
class Placement:
    """All nodes with what is on them, and the pods that found no room."""

    nodes: tuple[Node, ...]
    waiting: tuple[Pod, ...]

    @property
    def pods(self) -> tuple[Pod, ...]:
        """All of them, those that wait last."""
        return (*(pod for node in self.nodes for pod in node.pods), *self.waiting)

    def of_group(self, group: str) -> list[Node]:
        """The nodes of one group."""
        return [node for node in self.nodes if node.group == group]


def place(config: StackConfig, scale: Scale) -> Placement:
    """`config` at `scale`, on as few nodes as it takes between each group's bounds."""
    nodes = {
        name: group_nodes(config, name, group.min_nodes)
        for name, group in config.node_groups.items()
    }

    def settle(gang: Gang) -> bool:
        name = gang[0].node_group
        return _settled(gang, nodes[name], lambda: _more(config, name, nodes[name]))

    waiting = _left(gangs(config, scale), settle)
    return Placement(
        nodes=tuple(n for group in nodes.values() for n in group), waiting=tuple(waiting)
    )


def group_nodes(config: StackConfig, name: str, number: int) -> list[Node]:
    """`number` empty nodes, in turn over the group's zones."""
    group = config.node_groups[name]
    where, capacity = zones(config, group) or (NO_ZONE,), node_capacity(group)
    return [
        Node(
            name=f"{name}-{index}",
            group=name,
            zone=where[index % len(where)],
            capacity=capacity,
            kept=index < group.min_nodes,
        )
        for index in range(number)
    ]


def moved_to(nodes: Iterable[Node], lost: Sequence[Gang]) -> list[Pod]:
    """Puts `lost` on what is free of `nodes`, and gives back those that find no room."""
    there = list(nodes)

    def settle(gang: Gang) -> bool:
        here = [node for node in there if node.group == gang[0].node_group]
        return _settled(gang, here, lambda: None)

    return _left(sorted(lost, key=lambda gang: -gang[0].priority), settle)


def _left(found: Iterable[Gang], settle: Callable[[Gang], bool]) -> list[Pod]:
    """Whoever waits: a gang without room, and whatever would have joined it later."""
    left: dict[str, list[Pod]] = {}
    for gang in found:
        if gang[0].gang in left or not settle(gang):
            left.setdefault(gang[0].gang, []).extend(gang)
    return [pod for waiting in left.values() for pod in waiting]


def _settled(gang: Gang, nodes: list[Node], more: More) -> bool:
    """All of `gang` on `nodes`, of which there may be more then, or nothing is changed."""
    before, done = len(nodes), list[tuple[Node, Pod]]()
    for pod in gang:
        node = _best(nodes, pod) or _new(nodes, pod, more)
        if node is None:
            for taken, placed in done:
                taken.remove(placed)
            del nodes[before:]
            return False
        node.add(pod)
        done.append((node, pod))
    return True


def _best(nodes: Sequence[Node], pod: Pod) -> Node | None:
    """Apart first, where the pod asks for it; then the fullest."""
    zones, hosts = Counter[str](), Counter[str]()
    for node in nodes if pod.apart else ():
        like = sum(other.about == pod.about for other in node.pods)
        zones[node.zone] += like
        hosts[node.name] += like

    def liked(node: Node) -> tuple[int, int, int]:
        beside = {"zones": zones[node.zone], "nodes": hosts[node.name]}
        far = [-beside[over] if over in pod.apart else 0 for over in ("zones", "nodes")]
        return far[0], far[1], node.gpus_used

    return max((node for node in nodes if node.has_room(pod)), key=liked, default=None)


def _new(nodes: list[Node], pod: Pod, more: More) -> Node | None:
    node = more()
    if node is None or not node.has_room(pod):
        return None
    nodes.append(node)
    return node


def _more(config: StackConfig, name: str, nodes: list[Node]) -> Node | None:
    if len(nodes) >= config.node_groups[name].max_nodes:
        return None
    return group_nodes(config, name, len(nodes) + 1)[-1]
