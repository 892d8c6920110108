"""The Cluster Autoscaler's values, as far as they differ from the chart's (9.59.0)."""

from components.availability import resources
from components.cluster_autoscaler.spec import ClusterAutoscalerSpec
from components.hardening import CONTAINER, POD
from components.platform.site import Site
from components.priority.spec import HIGHEST_USER_PRIORITY
from components.types import Manifest

NAMESPACE = "cluster-autoscaler"
NAME = "cluster-autoscaler"
GRACE_SECONDS = 600
"""Its own default: what it waits for a pod's end, whatever the pod says."""


def values(
    spec: ClusterAutoscalerSpec, site: Site, image_tag: str, longest_grace_seconds: int = 0
) -> Manifest:
    """Its minor version is the cluster's. A GPU node is ready only once its GPUs are counted.

    By default it takes whoever has a priority below -10 for expendable: a placeholder would bring
    no node, and die with one.
    """
    return {
        "fullnameOverride": NAME,
        "cloudProvider": "aws",
        "awsRegion": spec.region,
        "autoDiscovery": {"clusterName": spec.cluster_name},
        "image": {"tag": image_tag},
        "replicaCount": site.replicas,
        "resources": resources(0.1, 0.5),
        "rbac": {"serviceAccount": {"name": NAME}},
        "extraArgs": {
            "balance-similar-node-groups": True,
            "expander": "least-waste",
            "expendable-pods-priority-cutoff": -HIGHEST_USER_PRIORITY,
            "max-graceful-termination-sec": max(GRACE_SECONDS, longest_grace_seconds),
            "scale-down-unneeded-time": f"{spec.idle_minutes}m",
            "skip-nodes-with-local-storage": False,
        },
        "containerSecurityContext": CONTAINER,
        "securityContext": {**POD, "runAsUser": 65534},
        "serviceMonitor": {"enabled": site.monitored, "namespace": NAMESPACE},
    }
