"""The node groups that Karpenter fills."""

import pulumi

from components.cluster.eks import EksCluster
from components.helm.component import Releases, ReleasesArgs
from components.karpenter.component import Karpenter, KarpenterArgs, Pool, PoolArgs
from components.karpenter.manifest import ec2_node_class, node_pool
from components.node_group.spec import NodeGroupSpec
from stacks import versions
from stacks.config import StackConfig
from stacks.groups import karpenter_groups
from stacks.infrastructure.nodes import Site
from stacks.releases.karpenter import karpenter


def pools(
    config: StackConfig,
    eks: EksCluster,
    site: Site,
    opts: pulumi.ResourceOptions,
    inside: pulumi.ResourceOptions,
) -> dict[str, Pool]:
    """The pools by name; `inside` the cluster, where `opts` is the account around it.

    They wait for the controller, which on a destroy must outlive them: it ends their nodes.
    """
    groups = karpenter_groups(config)
    if not groups:
        return {}
    around = _karpenter(eks, site, opts)
    controller = Releases("karpenter", ReleasesArgs(releases=karpenter(eks)), inside)
    within = pulumi.ResourceOptions(provider=inside.provider, depends_on=[around, controller])
    return {
        name: Pool(name, _pool(name, spec, site, around), within) for name, spec in groups.items()
    }


def _pool(name: str, spec: NodeGroupSpec, site: Site, around: Karpenter) -> PoolArgs:
    release = versions.EKS_AMI_RELEASES[site.plane.kubernetes]
    return PoolArgs(
        node_class=ec2_node_class(name, spec, release),
        node_pool=node_pool(name, spec, tuple(site.subnets.private)),
        instance_profile=around.instance_profile,
        security_group_id=site.plane.security_group_id,
        subnet_ids=list(site.subnets.private.values()),
    )


def _karpenter(eks: EksCluster, site: Site, opts: pulumi.ResourceOptions) -> Karpenter:
    args = KarpenterArgs(
        queue=eks.name,
        queue_arn=eks.place.arn("sqs", eks.name),
        node_role=site.node_role.role_name,
    )
    return Karpenter("karpenter", args, opts)
