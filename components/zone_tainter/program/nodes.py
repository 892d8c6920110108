"""Which silent nodes are given up at once: the decision, from nodes alone.

kube-controller-manager 1.34 (node_lifecycle_controller.go) marks a silent node `NoSchedule` as soon
as it counts as lost, but `NoExecute`, by which pods leave it, only one node of a zone in ten
seconds, and none where 55 % of a small zone are silent and the rest is not.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Self

SILENT = "node.kubernetes.io/unreachable"
ZONE = "topology.kubernetes.io/zone"
SILENT_ELSEWHERE = 0.1
"""Where more of the other zones' nodes are silent, it may be the control plane that is deaf."""


@dataclass(frozen=True)
class Node:
    """A node as the API server has it at `version`."""

    name: str
    version: str
    zone: str
    taints: tuple[dict[str, Any], ...]

    @classmethod
    def of(cls, manifest: dict[str, Any]) -> Self:
        """The node that the API server wrote."""
        metadata = manifest["metadata"]
        zone = metadata.get("labels", {}).get(ZONE, "")
        taints = tuple(manifest.get("spec", {}).get("taints", ()))
        return cls(metadata["name"], metadata["resourceVersion"], zone, taints)

    @property
    def silent(self) -> bool:
        """Whether it counts as lost."""
        return self._has("NoSchedule")

    @property
    def given_up(self) -> bool:
        """Whether its pods leave it, as long as each of them tolerates that."""
        return self._has("NoExecute")

    def _has(self, effect: str) -> bool:
        return any(one["key"] == SILENT and one["effect"] == effect for one in self.taints)


def overdue(nodes: Collection[Node]) -> list[Node]:
    """The silent nodes of zones that are alone with their trouble.

    Without another zone that is heard there is nowhere to go, and no telling who is at fault.
    """
    everybody = Counter(node.zone for node in nodes)
    silent = Counter(node.zone for node in nodes if node.silent)

    def alone(zone: str) -> bool:
        others = everybody.total() - everybody[zone]
        return others > 0 and silent.total() - silent[zone] <= SILENT_ELSEWHERE * others

    return [one for one in nodes if one.silent and not one.given_up and alone(one.zone)]


def giving_up(node: Node, now: str) -> dict[str, Any]:
    """The merge patch that gives it up, and is refused where the node has changed meanwhile.

    The taint is Kubernetes' own, which takes it away when the node is heard again.
    """
    taint = {"key": SILENT, "effect": "NoExecute", "timeAdded": now}
    return {
        "metadata": {"resourceVersion": node.version},
        "spec": {"taints": [*node.taints, taint]},
    }
