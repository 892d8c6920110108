"""Bring the cluster's nodes in line with the stack's node groups."""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from components.node_group.spec import NodeGroupSpec
from components.types import Manifest
from simulation.control_plane.api import Api
from simulation.nodes.manifest import SIMULATED, nodes

WORKERS = 16
NODES = "/api/v1/nodes"


@dataclass(frozen=True)
class Registered:
    """How many nodes each group has, and how many came and went."""

    groups: dict[str, int]
    added: int
    removed: int


def register(api: Api, groups: Mapping[str, NodeGroupSpec]) -> Registered:
    """Add the nodes that are missing, replace those that changed, remove those of no group."""
    wanted = {node["metadata"]["name"]: node for node in nodes(groups)}
    listed = api.get(f"{NODES}?labelSelector={SIMULATED}")["items"]
    present = {node["metadata"]["name"]: node for node in listed}
    stale = {name for name, node in present.items() if _differs(node, wanted.get(name))}
    missing = [node for name, node in wanted.items() if name not in present or name in stale]
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda name: api.delete(f"{NODES}/{name}"), stale))
        list(pool.map(lambda node: api.create(NODES, node), missing))
    counted = {group: spec.max_nodes for group, spec in groups.items()}
    return Registered(groups=counted, added=len(missing), removed=len(stale))


def _differs(present: Manifest, wanted: Manifest | None) -> bool:
    """Labels and allocatable are a node's identity here: a kubelet never changes them either."""
    if wanted is None:
        return True
    labels = wanted["metadata"]["labels"].items() <= present["metadata"]["labels"].items()
    return not labels or present["status"]["allocatable"] != wanted["status"]["allocatable"]
