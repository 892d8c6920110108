"""The AWS Load Balancer Controller's values, as far as they differ from the chart's (3.5.0)."""

from components.availability import resources, spread
from components.aws_load_balancer_controller.spec import AwsLoadBalancerControllerSpec
from components.hardening import SECCOMP
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "aws-load-balancer-controller"
NAME = "aws-load-balancer-controller"
"""Also the name of its service account, to which EKS Pod Identity gives the role."""


def values(spec: AwsLoadBalancerControllerSpec, site: Site) -> Manifest:
    """What does not say that it faces the internet does not; its role knows no WAF or Shield."""
    return {
        "clusterName": spec.cluster_name,
        "region": spec.region,
        "vpcTags": spec.vpc_tags,
        "replicaCount": site.replicas,
        "resources": resources(0.1, 0.25),
        "securityContext": {"capabilities": {"drop": ["ALL"]}},
        "podSecurityContext": SECCOMP,
        "podDisruptionBudget": {"maxUnavailable": 1} if site.several else {},
        "topologySpreadConstraints": spread({"app.kubernetes.io/name": NAME}),
        "defaultLoadBalancerScheme": "internal",
        "enableShield": False,
        "enableWaf": False,
        "enableWafv2": False,
        "serviceAccount": {"name": NAME},
        "serviceMonitor": {"enabled": site.monitored},
    }
