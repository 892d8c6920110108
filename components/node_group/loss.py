"""How long a pod waits for a node that has fallen silent, before another is made elsewhere.

Kubernetes waits 300 s unless the pod says otherwise (DefaultTolerationSeconds); before that, a node
is silent for 50 s until it counts as lost (kube-controller-manager 1.34), which EKS lets nobody
change.
"""

from components.types import Manifest

LOST = ("node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable")
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
