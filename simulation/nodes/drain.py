"""A node from which everybody is asked to go: nobody new comes, and evictions heed budgets."""

from components.types import Manifest
from simulation.control_plane.api import Api, Refused
from simulation.nodes.register import NODES

BUDGET_SPENT = 429


def cordon(api: Api, name: str, *, closed: bool = True) -> None:
    """Nobody new comes, or with `closed=False` they may again."""
    node = {"apiVersion": "v1", "kind": "Node", "metadata": {"name": name}}
    api.apply({**node, "spec": {"unschedulable": closed}})


def pods_on(api: Api, name: str) -> list[Manifest]:
    """Everybody who is there, on the way out or not."""
    return list(api.get(f"/api/v1/pods?fieldSelector=spec.nodeName={name}")["items"])


def evict(api: Api, pod: Manifest) -> None:
    """As `kubectl drain` asks: a disruption budget that is spent says no, and is asked again."""
    if "deletionTimestamp" in pod["metadata"]:
        return
    name, namespace = pod["metadata"]["name"], pod["metadata"]["namespace"]
    asked = {
        "apiVersion": "policy/v1",
        "kind": "Eviction",
        "metadata": {"name": name, "namespace": namespace},
    }
    try:
        api.create(f"/api/v1/namespaces/{namespace}/pods/{name}/eviction", asked)
    except Refused as refusal:
        if refusal.status != BUDGET_SPENT:
            raise


def gone(api: Api, name: str) -> None:
    """The machine is given back."""
    api.delete(f"{NODES}/{name}")
