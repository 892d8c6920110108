"""The Cluster Autoscaler's values, as far as they differ from the chart's (9.59.0)."""

from components.availability import resources
from components.cluster_autoscaler.spec import ClusterAutoscalerSpec
from components.hardening import CONTAINER, POD
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "cluster-autoscaler"
NAME = "cluster-autoscaler"


def values(spec: ClusterAutoscalerSpec, site: Site, image_tag: str) -> Manifest:
    """Its minor version is the cluster's. A GPU node is ready only once its GPUs are counted."""
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
            "scale-down-unneeded-time": f"{spec.idle_minutes}m",
            "skip-nodes-with-local-storage": False,
        },
        "containerSecurityContext": CONTAINER,
        "securityContext": {**POD, "runAsUser": 65534},
        "serviceMonitor": {"enabled": site.monitored, "namespace": NAMESPACE},
    }
