"""EKS add-ons as data: which, in which order, with which identity.

What a node needs to become Ready comes before the nodes; what needs a node comes after them. Asked
for the other way round, each waits for the other until it times out (pulumi-eks#1525).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from components.aws import Place
from components.identity.plan import RolePlan
from components.identity.policy import policy
from components.identity.trust import pods

AGENT = "eks-pod-identity-agent"
"""First of all: whoever gets a role from an association gets it through this one."""


@dataclass(frozen=True, kw_only=True)
class AddonPlan:
    """One add-on; `role` is what its `service_account` may do."""

    name: str
    after: tuple[str, ...] = ()
    configuration: Mapping[str, Any] = field(default_factory=dict)
    service_account: str | None = None
    role: RolePlan | None = None


def before_nodes(place: Place) -> tuple[AddonPlan, ...]:
    """DaemonSets: EKS calls them active while there is no node for them to run on."""
    return (
        AddonPlan(name=AGENT),
        AddonPlan(
            name="vpc-cni",
            after=(AGENT,),
            configuration={
                "enableNetworkPolicy": "true",
                "env": {"ENABLE_PREFIX_DELEGATION": "true", "WARM_PREFIX_TARGET": "1"},
            },
            service_account="aws-node",
            role=_managed(place, "AmazonEKS_CNI_Policy"),
        ),
        AddonPlan(name="kube-proxy"),
    )


def after_nodes(place: Place) -> tuple[AddonPlan, ...]:
    """What every cluster has: names, disks, figures for autoscalers, and an eye on the hardware."""
    return (
        AddonPlan(
            name="coredns",
            configuration={
                "replicaCount": 2,
                "podDisruptionBudget": {"enabled": True, "maxUnavailable": 1},
            },
        ),
        AddonPlan(
            name="aws-ebs-csi-driver",
            service_account="ebs-csi-controller-sa",
            role=_managed(place, "service-role/AmazonEBSCSIDriverPolicy"),
        ),
        AddonPlan(name="metrics-server"),
        AddonPlan(
            name="eks-node-monitoring-agent",
            configuration={"nodeAgent": {"tolerations": [{"operator": "Exists"}]}},
        ),
    )


def on_request(place: Place, bucket: str, key_alias: str) -> dict[str, AddonPlan]:
    """By the word that a stack file uses for it."""
    reader = policy("models-reader", place, bucket=bucket, alias=key_alias)
    see = policy("fsx-csi-driver", place)
    return {
        "efs": AddonPlan(
            name="aws-efs-csi-driver",
            service_account="efs-csi-controller-sa",
            role=_managed(place, "service-role/AmazonEFSCSIDriverPolicy"),
        ),
        "fsx": AddonPlan(
            name="aws-fsx-csi-driver",
            service_account="fsx-csi-controller-sa",
            role=RolePlan(trust=pods(), policies={"see": see}),
        ),
        "s3": AddonPlan(
            name="aws-mountpoint-s3-csi-driver",
            service_account="s3-csi-driver-sa",
            role=RolePlan(trust=pods(), policies={"read": reader}),
        ),
        "snapshots": AddonPlan(name="snapshot-controller"),
        "cloudwatch": AddonPlan(
            name="amazon-cloudwatch-observability",
            service_account="cloudwatch-agent",
            role=_managed(place, "CloudWatchAgentServerPolicy"),
        ),
    }


def _managed(place: Place, name: str) -> RolePlan:
    return RolePlan(trust=pods(), managed=(place.managed_policy(name),))
