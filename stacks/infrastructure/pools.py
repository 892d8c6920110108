"""The node groups that Karpenter fills."""

import pulumi

from components.cluster.eks import EksCluster
from components.karpenter.component import Karpenter, KarpenterArgs, Pool, PoolArgs
from components.karpenter.manifest import ec2_node_class, node_pool
from stacks import versions
from stacks.config import StackConfig
from stacks.groups import karpenter_groups
from stacks.infrastructure.nodes import Site


def pools(
    config: StackConfig,
    eks: EksCluster,
    site: Site,
    opts: pulumi.ResourceOptions,
    inside: pulumi.ResourceOptions,
) -> dict[str, Pool]:
    """The pools by name; `inside` the cluster, where `opts` is the account around it."""
    groups = karpenter_groups(config)
    if not groups:
        return {}
    karpenter = _karpenter(eks, site, opts)
    release = versions.EKS_AMI_RELEASES[eks.kubernetes]
    zones = tuple(site.subnets.private)
    return {
        name: Pool(
            name,
            PoolArgs(
                node_class=ec2_node_class(name, spec, release),
                node_pool=node_pool(name, spec, zones),
                instance_profile=karpenter.instance_profile,
                security_group_id=site.plane.security_group_id,
                subnet_ids=list(site.subnets.private.values()),
            ),
            inside,
        )
        for name, spec in groups.items()
    }


def _karpenter(eks: EksCluster, site: Site, opts: pulumi.ResourceOptions) -> Karpenter:
    args = KarpenterArgs(
        queue=eks.name,
        queue_arn=eks.place.arn("sqs", eks.name),
        node_role=site.node_role.role_name,
    )
    return Karpenter("karpenter", args, opts)
