"""A gang takes all its places in a room at once, or none."""

from planning.choice import allowed, chosen
from planning.node import Node
from planning.pod import Gang, Pod
from planning.room import Room


def settled(room: Room, gang: Gang) -> bool:
    """Whether all of `gang` is there now, on more nodes if need be; else nothing has changed."""
    if not gang[0].near:
        return _together(room, gang, None)
    begun = {node.zone for node in room.nodes for pod in node.pods if pod.gang == gang[0].gang}
    next_one = room.next_node()
    possible = [*room.nodes, *([next_one] if next_one else [])]
    where = begun or dict.fromkeys(node.zone for node in possible)
    return any(_together(room, gang, zone) for zone in where)


def _together(room: Room, gang: Gang, zone: str | None) -> bool:
    """The same in one `zone`, if one is named."""
    before, done = len(room.nodes), list[tuple[Node, Pod]]()
    for pod in gang:
        node = chosen(room, pod, zone) or _new(room, pod, zone)
        if node is None:
            if len(gang) > 1 or len(room.nodes) > before:
                room.undo(before, done)
            return False
        room.put(node, pod)
        done.append((node, pod))
    return True


def _new(room: Room, pod: Pod, zone: str | None) -> Node | None:
    """The next node; for one in a certain zone, those before it come as well: zones take turns."""
    while node := room.next_node():
        if not node.has_room(pod) or not allowed(room, node, pod):
            return None
        room.grow(node)
        if zone in (None, node.zone):
            return node
    return None
