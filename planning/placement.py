"""Which pod goes to which node: by priority, gangs together, each onto the best node with room.

Volcano decides the same way here: its `priority` plugin orders the pods, `gang` binds those of a
job or of a replica together, `predicates` leaves out nodes without room, and scores choose among
the rest (choice.py).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from components.node_group.capacity import node_capacity
from planning.choice import allowed, chosen
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
            spreads=group.packing == "spread",
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
    if not gang[0].near:
        return _together(gang, nodes, more, None)
    begun = {node.zone for node in nodes for pod in node.pods if pod.gang == gang[0].gang}
    next_one = more()
    possible = [*nodes, *([next_one] if next_one else [])]
    where = begun or dict.fromkeys(node.zone for node in possible)
    return any(_together(gang, nodes, more, zone) for zone in where)


def _together(gang: Gang, nodes: list[Node], more: More, zone: str | None) -> bool:
    """The same in one `zone`, if one is named."""
    before, done = len(nodes), list[tuple[Node, Pod]]()
    for pod in gang:
        here = nodes if zone is None else [node for node in nodes if node.zone == zone]
        node = chosen(here, pod) or _new(nodes, pod, more, zone)
        if node is None:
            for taken, placed in done:
                taken.remove(placed)
            del nodes[before:]
            return False
        node.add(pod)
        done.append((node, pod))
    return True


def _new(nodes: list[Node], pod: Pod, more: More, zone: str | None) -> Node | None:
    """The next node; for one in a certain zone, those before it come as well: zones take turns."""
    while node := more():
        if not node.has_room(pod) or not allowed(node, nodes, pod):
            return None
        nodes.append(node)
        if zone in (None, node.zone):
            return node
    return None


def _more(config: StackConfig, name: str, nodes: list[Node]) -> Node | None:
    if len(nodes) >= config.node_groups[name].max_nodes:
        return None
    return group_nodes(config, name, len(nodes) + 1)[-1]
