"""What is known of the nodes, and when that is enough to act on."""

from dataclasses import dataclass, field
from typing import Any

from components.zone_tainter.program.nodes import Node, overdue

SETTLED_SECONDS = 1.0
"""Nodes that fall silent together are noted one by one: the last of them has its say."""


@dataclass
class Keeper:
    """The nodes as the API server tells of them."""

    nodes: dict[str, Node] = field(default_factory=dict)
    _asked: dict[str, str] = field(default_factory=dict)
    _fell_silent: float = 0.0

    def see(self, event: dict[str, Any], now: float) -> None:
        """Take in one event of a watch, at the second `now` of any clock that runs on."""
        if event["type"] == "BOOKMARK":
            return
        node = Node.of(event["object"])
        before = self.nodes.pop(node.name, None)
        if event["type"] == "DELETED":
            self._asked.pop(node.name, None)
            return
        self.nodes[node.name] = node
        if node.silent and not (before and before.silent):
            self._fell_silent = now

    def due(self, now: float) -> list[Node]:
        """Whom to give up now; each is said once, and again only when it has changed."""
        if now - self._fell_silent < SETTLED_SECONDS:
            return []
        found = [
            one for one in overdue(self.nodes.values()) if self._asked.get(one.name) != one.version
        ]
        self._asked.update({one.name: one.version for one in found})
        return found

    def again(self, now: float) -> None:
        """Somebody could not be given up: all who still are not are due when this has settled."""
        self._asked.clear()
        self._fell_silent = now
