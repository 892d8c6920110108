"""Which pod goes to which node: by priority, gangs together, each onto the best node with room.

Volcano decides the same way here: its `priority` plugin orders the pods, `gang` binds those of a
job or of a replica together, `predicates` leaves out nodes without room, and scores choose among
the rest (choice.py).
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from components.node_group.capacity import node_capacity
from planning.gangs import gangs
from planning.node import Node
from planning.pod import Gang, Pod
from planning.region import zones
from planning.room import Room
from planning.settling import settled
from planning.spec import Scale
from stacks.config import StackConfig

NO_ZONE = "any zone"


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
    rooms = {name: _room(config, name) for name in config.node_groups}
    waiting = _left(gangs(config, scale), lambda gang: settled(rooms[gang[0].node_group], gang))
    return Placement(
        nodes=tuple(node for room in rooms.values() for node in room.nodes), waiting=tuple(waiting)
    )


def moved_to(nodes: Iterable[Node], lost: Sequence[Gang]) -> list[Pod]:
    """Puts `lost` on what is free of `nodes`, and gives back those that find no room."""
    there: dict[str, list[Node]] = {}
    for node in nodes:
        there.setdefault(node.group, []).append(node)
    groups = dict.fromkeys(gang[0].node_group for gang in lost)
    rooms = {group: Room(there.get(group, [])) for group in groups}
    by_priority = sorted(lost, key=lambda gang: -gang[0].priority)
    return _left(by_priority, lambda gang: settled(rooms[gang[0].node_group], gang))


def _left(found: Iterable[Gang], settle: Callable[[Gang], bool]) -> list[Pod]:
    """Whoever waits: a gang without room, and whatever would have joined it later."""
    left: dict[str, list[Pod]] = {}
    for gang in found:
        if gang[0].gang in left or not settle(gang):
            left.setdefault(gang[0].gang, []).extend(gang)
    return [pod for waiting in left.values() for pod in waiting]


def _room(config: StackConfig, name: str) -> Room:
    """The group's fewest nodes; the next ones come in turn over its zones."""
    group = config.node_groups[name]
    where, capacity = zones(config, group) or (NO_ZONE,), node_capacity(group)

    def node(index: int) -> Node | None:
        if index >= group.max_nodes:
            return None
        return Node(
            name=f"{name}-{index}",
            group=name,
            zone=where[index % len(where)],
            capacity=capacity,
            kept=index < group.min_nodes,
            spreads=group.packing == "spread",
        )

    kept = [node(index) for index in range(group.min_nodes)]
    return Room([one for one in kept if one], node)
