"""Which replica goes to which node: by priority, onto the fullest node that still has room.

Volcano decides the same way here: its `priority` plugin orders the pods, `predicates` leaves out
nodes without room, and `binpack` scores the fullest GPUs highest (components/volcano/spec.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from components.node_group.capacity import MIB_PER_GIB, NodeCapacity, node_capacity
from components.node_group.spec import NodeGroupSpec
from planning.replicas import Replica, replicas
from planning.spec import Scale
from stacks.config import StackConfig

TOLERANCE = 1e-9
NO_ZONE = "any zone"


@dataclass
class Node:
    """One node, the replicas on it, and what they take of it."""

    name: str
    group: str
    zone: str
    capacity: NodeCapacity
    replicas: list[Replica] = field(default_factory=list)
    gpus: dict[str, int] = field(default_factory=dict)
    cpu: float = 0.0
    memory_gib: float = 0.0

    @property
    def gpus_used(self) -> int:
        """Of all kinds of shares together."""
        return sum(self.gpus.values())

    def has_room(self, replica: Replica) -> bool:
        """For its GPUs, CPU, memory and itself as a pod."""
        kind = replica.gpu_resource
        memory_gib = self.capacity.memory_mib / MIB_PER_GIB + TOLERANCE
        return (
            self.gpus.get(kind, 0) + replica.gpus <= self.capacity.gpu_resources.get(kind, 0)
            and self.cpu + replica.cpu <= self.capacity.cpu + TOLERANCE
            and self.memory_gib + replica.memory_gib <= memory_gib
            and len(self.replicas) < self.capacity.max_pods
        )

    def add(self, replica: Replica) -> None:
        """Puts `replica` here, whether or not there is room."""
        self.replicas.append(replica)
        kind = replica.gpu_resource
        self.gpus[kind] = self.gpus.get(kind, 0) + replica.gpus
        self.cpu += replica.cpu
        self.memory_gib += replica.memory_gib


@dataclass(frozen=True, kw_only=True)
class Placement:
    """All nodes with what is on them, and the replicas that found no room."""

    nodes: tuple[Node, ...]
    waiting: tuple[Replica, ...]

    def of_group(self, group: str) -> list[Node]:
        """The nodes of one group."""
        return [node for node in self.nodes if node.group == group]


def place(config: StackConfig, scale: Scale) -> Placement:
    """`config` at `scale`, on as few nodes as it takes between each group's bounds."""
    nodes = {
        name: group_nodes(name, group, group.min_nodes)
        for name, group in config.node_groups.items()
    }
    waiting = []
    for replica in replicas(config, scale):
        here = nodes[replica.node_group]
        node = _fullest(here, replica) or _new(config, here, replica)
        if node is None:
            waiting.append(replica)
        else:
            node.add(replica)
    return Placement(
        nodes=tuple(n for group in nodes.values() for n in group), waiting=tuple(waiting)
    )


def group_nodes(name: str, group: NodeGroupSpec, number: int) -> list[Node]:
    """`number` empty nodes, in turn over the group's zones."""
    zones, capacity = group.zones or (NO_ZONE,), node_capacity(group)
    return [
        Node(name=f"{name}-{i}", group=name, zone=zones[i % len(zones)], capacity=capacity)
        for i in range(number)
    ]


def moved_to(nodes: Iterable[Node], pods: Iterable[Replica]) -> list[Replica]:
    """Puts `pods` on what is free of `nodes`, and gives back those that find no room."""
    remaining = list(nodes)
    left = []
    for pod in sorted(pods, key=lambda pod: -pod.priority):
        node = _fullest([n for n in remaining if n.group == pod.node_group], pod)
        if node is None:
            left.append(pod)
        else:
            node.add(pod)
    return left


def _fullest(nodes: Iterable[Node], replica: Replica) -> Node | None:
    fitting = [node for node in nodes if node.has_room(replica)]
    return max(fitting, key=lambda node: node.gpus_used, default=None)


def _new(config: StackConfig, nodes: list[Node], replica: Replica) -> Node | None:
    """One more node of the replica's group, where the group may still grow."""
    group = config.node_groups[replica.node_group]
    if len(nodes) >= group.max_nodes:
        return None
    node = group_nodes(replica.node_group, group, len(nodes) + 1)[-1]
    if not node.has_room(replica):
        return None
    nodes.append(node)
    return node
