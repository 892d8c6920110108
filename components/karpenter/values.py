"""Karpenter's values, as far as they differ from the chart's (1.14.1)."""

from components.availability import resources
from components.types import Manifest

NAMESPACE = "kube-system"
"""Where the API server's priority for system requests applies (Karpenter, getting started)."""

NAME = "karpenter"


def values(cluster: str, *, isolated: bool) -> Manifest:
    """Two replicas, apart by the chart's own rules, on nodes that it did not make itself.

    `isolated` is a network without a way to those of AWS's services that have no VPC endpoint.
    """
    return {
        "serviceAccount": {"name": NAME},
        "settings": {
            "clusterName": cluster,
            "interruptionQueue": cluster,
            "isolatedVPC": isolated,
        },
        "controller": {"resources": resources(1, 1)},
    }
