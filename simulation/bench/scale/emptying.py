"""Half-empty nodes emptied as the Cluster Autoscaler does it, for `compaction` of a node group.

The autoscaler itself is a program of the cloud: what is played is its rule (the emptiest node below
the threshold, if all on it fits elsewhere, one at a time). Where its pods go then is for the
scheduler to say. Nodes stay in the cluster for what the trace still wants.
"""

from collections.abc import Mapping

from simulation.bench.scale.compaction import next_to_go
from simulation.bench.scale.events import Work
from simulation.bench.scale.loss import until
from simulation.bench.scale.measure import missing
from simulation.bench.scale.watch import Pods
from simulation.control_plane.api import Api
from simulation.nodes.drain import cordon, evict, pods_on


def empty(api: Api, pods: Pods, works: Mapping[str, Work], below_percent: int) -> list[str]:
    """The nodes that went, in order."""
    went: list[str] = []
    try:
        while (node := next_to_go(pods.there(), below_percent)) is not None:
            went.append(node)
            _emptied(api, pods, works, node)
    finally:
        for node in went:
            cordon(api, node, closed=False)
    return went


def _emptied(api: Api, pods: Pods, works: Mapping[str, Work], node: str) -> None:
    before = missing(pods.there(), works)
    cordon(api, node)
    for pod in pods_on(api, node):
        evict(api, pod)
    until(lambda: all(pod.node != node for pod in pods.there()))
    until(lambda: missing(pods.there(), works) <= before)
