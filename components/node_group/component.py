"""A managed node group. Wiring only: every decision is in managed.

A raw resource, not eks.ManagedNodeGroup: that one knows neither update_config nor node repair, and
with user data it rolls the nodes whenever AWS releases an image (pulumi-eks#1147, #1166, #1550).
"""

from collections.abc import Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.node_group.managed import EFFECTS, STRATEGIES, ManagedGroup
from components.ownership import ignored

TYPE = "aws:eks/nodeGroup:NodeGroup"


@dataclass(frozen=True, kw_only=True)
class NodeGroupArgs:
    """The plan, the pinned versions, and what the rest of the cluster fills in.

    `after` is what nodes need to become Ready, and what must outlive them.
    """

    plan: ManagedGroup
    kubernetes: str
    ami_release: str
    cluster_name: pulumi.Input[str]
    role_arn: pulumi.Input[str]
    subnet_ids: Sequence[pulumi.Input[str]]
    launch_template_id: pulumi.Input[str]
    launch_template_version: pulumi.Input[str]
    after: Sequence[pulumi.Resource]


class NodeGroup(pulumi.ComponentResource):
    """The group; `name_in_eks` is the name that it has there."""

    name_in_eks: pulumi.Output[str]

    def __init__(
        self, name: str, args: NodeGroupArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:node-group:NodeGroup", name, None, opts)
        owned = pulumi.ResourceOptions(
            parent=self, depends_on=args.after, ignore_changes=ignored(TYPE)
        )
        group = _group(name, args, owned)
        for key, value in args.plan.autoscaling_tags.items():
            aws.autoscaling.Tag(
                f"{name}-{key}",
                autoscaling_group_name=group.resources[0].autoscaling_groups[0].name,
                tag=aws.autoscaling.TagTagArgs(key=key, value=value, propagate_at_launch=False),
                opts=pulumi.ResourceOptions(parent=self),
            )
        self.name_in_eks = group.node_group_name
        self.register_outputs({"name_in_eks": self.name_in_eks})


def _group(name: str, args: NodeGroupArgs, opts: pulumi.ResourceOptions) -> aws.eks.NodeGroup:
    plan = args.plan
    return aws.eks.NodeGroup(
        name,
        cluster_name=args.cluster_name,
        node_role_arn=args.role_arn,
        subnet_ids=args.subnet_ids,
        ami_type=plan.ami_type,
        version=args.kubernetes,
        release_version=args.ami_release,
        capacity_type=plan.capacity_type,
        instance_types=plan.instance_types,
        labels=plan.labels,
        taints=_taints(plan),
        scaling_config=aws.eks.NodeGroupScalingConfigArgs(
            min_size=plan.min_nodes, max_size=plan.max_nodes, desired_size=plan.min_nodes
        ),
        update_config=aws.eks.NodeGroupUpdateConfigArgs(
            max_unavailable=plan.update.max_unavailable,
            update_strategy=STRATEGIES[plan.update.strategy],
        ),
        node_repair_config=aws.eks.NodeGroupNodeRepairConfigArgs(enabled=True),
        launch_template=aws.eks.NodeGroupLaunchTemplateArgs(
            id=args.launch_template_id, version=args.launch_template_version
        ),
        opts=opts,
    )


def _taints(plan: ManagedGroup) -> list[aws.eks.NodeGroupTaintArgs]:
    """The API has its own spelling of the effects."""
    return [
        aws.eks.NodeGroupTaintArgs(key=t.key, value=t.value, effect=EFFECTS[t.effect])
        for t in plan.taints
    ]
