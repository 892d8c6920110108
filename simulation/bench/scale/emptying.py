"""Half-empty nodes emptied as the Cluster Autoscaler does it, for `compaction` of a node group.

The autoscaler itself is a program of the cloud: what is played is its rule (the emptiest node below
the threshold, if all on it fits elsewhere, one at a time). Where its pods go then is for the
scheduler to say. Nodes stay in the cluster for what the trace still wants.
"""

from collections.abc import Mapping
from time import monotonic

from simulation.bench.scale.compaction import next_to_go
from simulation.bench.scale.events import Work
from simulation.bench.scale.loss import until
from simulation.bench.scale.measure import missing
from simulation.bench.scale.watch import Pods
from simulation.control_plane.api import Api
from simulation.nodes.drain import cordon, evict, pods_on

PATIENCE = 20.0
"""For the scheduler to place what was on one node."""


def empty(api: Api, pods: Pods, works: Mapping[str, Work], below_percent: int) -> None:
    """One node after the other, until none is left or the scheduler finds no place for a pod.

    Then the autoscaler would bring a node back: so does this, and ends.
    """
    went: list[str] = []
    try:
        while (node := next_to_go(pods.there(), below_percent)) is not None:
            went.append(node)
            if not _emptied(api, pods, works, node):
                return
    finally:
        for node in went:
            cordon(api, node, closed=False)


def _emptied(api: Api, pods: Pods, works: Mapping[str, Work], node: str) -> bool:
    before = missing(pods.there(), works)
    cordon(api, node)
    for pod in pods_on(api, node):
        evict(api, pod)
    until(lambda: all(pod.node != node for pod in pods.there()))
    patience = monotonic() + PATIENCE
    until(lambda: missing(pods.there(), works) <= before or monotonic() > patience)
    return missing(pods.there(), works) <= before
