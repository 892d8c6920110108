"""Which node or zone an event strikes: the one that serves most, so that it hurts."""

from collections import Counter
from collections.abc import Iterable, Sequence

from components.types import Manifest
from simulation.nodes.manifest import SIMULATED
from simulation.outcome.outcome import MODEL_LABEL

ZONE = "topology.kubernetes.io/zone"
PREEMPTABLE = "volcano.sh/preemptable"


class NothingThere(Exception):
    """No node of the kind that the event wants serves anything."""


def busiest_node(nodes: Iterable[Manifest], pods: Iterable[Manifest], group: str | None) -> str:
    """The node, of a group if one is named, with most pods that nobody may preempt."""
    names = {
        node["metadata"]["name"]
        for node in nodes
        if group in (None, node["metadata"]["labels"].get(SIMULATED))
    }
    serving = Counter(node for node in _serving(pods) if node in names)
    if not serving:
        raise NothingThere(f"no node of {group or 'any group'} serves a model")
    return min(serving, key=lambda name: (-serving[name], name))


def zone_nodes(
    nodes: Sequence[Manifest], pods: Iterable[Manifest], zone: str | None
) -> tuple[str, list[str]]:
    """A zone and all of its nodes: the one named, or the one that serves most."""
    zones = {node["metadata"]["name"]: node["metadata"]["labels"].get(ZONE, "") for node in nodes}
    serving = Counter(zones[node] for node in _serving(pods) if node in zones)
    if zone is None and not serving:
        raise NothingThere("no zone serves a model")
    chosen = zone or min(serving, key=lambda name: (-serving[name], name))
    return chosen, sorted(name for name, where in zones.items() if where == chosen)


def _serving(pods: Iterable[Manifest]) -> list[str]:
    """The nodes of all pods that belong to models and may not be preempted, one entry a pod."""
    return [
        pod["spec"]["nodeName"]
        for pod in pods
        if pod["spec"].get("nodeName")
        and MODEL_LABEL in pod["metadata"].get("labels", {})
        and pod["metadata"].get("annotations", {}).get(PREEMPTABLE) == "false"
    ]
