"""Which pods an autoscaler may move so that a half-empty node can go.

Moving a model is minutes of loading, and a job starts again from its checkpoint: neither is moved
to save money unless the group says so. Sources: Cluster Autoscaler 1.35 (simulator/utilization,
scaledown/eligibility), Karpenter 1.14 (disruption).
"""

from components.node_group.capacity import node_capacity
from components.node_group.scheduling import GPU_RESOURCE
from components.node_group.spec import NodeGroupSpec

KEPT = {"cluster-autoscaler.kubernetes.io/safe-to-evict": "false"}
"""Never `true`: that would move pods for which the autoscaler has reasons of its own to stay."""

STARTED = {**KEPT, "karpenter.sh/do-not-disrupt": "true"}
"""For what ends by itself: on a server the second would also stop Karpenter's updates of nodes."""


def moving_annotations(group: NodeGroupSpec, replicas: int) -> dict[str, str]:
    """What a model says of its pods, of which there are at least `replicas`.

    Without a GPU it starts within seconds; the only replica of a model is nobody's to move.
    """
    if not node_capacity(group).gpus or (group.compaction is not None and replicas > 1):
        return {}
    return KEPT


def counted(group: NodeGroupSpec) -> bool:
    """Whether the Cluster Autoscaler sees how busy the GPUs are; other shares look idle to it."""
    return set(node_capacity(group).gpu_resources) == {GPU_RESOURCE}
