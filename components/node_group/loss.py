"""How long a pod waits for a node that has fallen silent, before another is made elsewhere.

Kubernetes waits 300 s unless the pod says otherwise (DefaultTolerationSeconds). Before that, a node
is silent for a while until it counts as lost, and of one zone's nodes one is given up after another
(kube-controller-manager 1.34: --node-monitor-grace-period, --node-eviction-rate), which EKS lets
nobody change.
"""

from components.types import Manifest

LOST = ("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")
SILENT_SECONDS = 50
NEXT_NODE_SECONDS = 10
SERVING_SECONDS = 2
"""What serves is missed at once, and its node has been silent for long."""

TRAINING_SECONDS = 60
"""A gang starts again from its checkpoint: a node that comes back is worth some waiting."""


def leaving_after(seconds: int) -> list[Manifest]:
    """The tolerations of a pod that leaves a lost node so much later."""
    return [
        {"key": key, "operator": "Exists", "effect": "NoExecute", "tolerationSeconds": seconds}
        for key in LOST
    ]
