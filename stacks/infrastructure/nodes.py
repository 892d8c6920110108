"""The nodes of a stack's cluster: managed groups, and pools of Karpenter's."""

from collections.abc import Sequence
from dataclasses import dataclass

import pulumi

from components.cluster.component import ControlPlane
from components.fabric.component import Fabric, FabricArgs
from components.identity.component import Role
from components.launch_template.component import LaunchTemplate, LaunchTemplateArgs
from components.launch_template.plan import launch_plan
from components.network.component import Subnets
from components.node_group.component import NodeGroup, NodeGroupArgs
from components.node_group.managed import managed_group
from components.node_group.spec import NodeGroupSpec
from stacks import versions
from stacks.config import StackConfig
from stacks.groups import managed_groups


@dataclass(frozen=True, kw_only=True)
class Site:
    """What every group of the cluster shares; `ready` is what nodes wait for."""

    plane: ControlPlane
    subnets: Subnets
    node_role: Role
    ready: Sequence[pulumi.Resource]


def node_groups(
    config: StackConfig, site: Site, opts: pulumi.ResourceOptions
) -> dict[str, NodeGroup]:
    """The managed groups, by name."""
    return {
        name: _node_group(name, spec, site, opts) for name, spec in managed_groups(config).items()
    }


def _node_group(
    name: str, spec: NodeGroupSpec, site: Site, opts: pulumi.ResourceOptions
) -> NodeGroup:
    plan = managed_group(name, spec, tuple(site.subnets.private))
    template = _template(name, spec, site, opts)
    return NodeGroup(
        name,
        NodeGroupArgs(
            plan=plan,
            kubernetes=site.plane.kubernetes,
            ami_release=versions.EKS_AMI_RELEASES[site.plane.kubernetes],
            cluster_name=site.plane.cluster,
            role_arn=site.node_role.arn,
            subnet_ids=[site.subnets.private[zone] for zone in plan.zones],
            launch_template_id=template.id,
            launch_template_version=template.version,
            after=site.ready,
        ),
        opts,
    )


def _template(
    name: str, spec: NodeGroupSpec, site: Site, opts: pulumi.ResourceOptions
) -> LaunchTemplate:
    """With a fabric, where the group has one: then its doors must all be named, EKS's too."""
    tags = {"Name": name}
    plan = launch_plan(spec)
    if not plan.network_cards:
        return LaunchTemplate(name, LaunchTemplateArgs(plan=plan, tags=tags), opts)
    fabric = Fabric(name, FabricArgs(vpc_id=site.subnets.vpc_id), opts)
    args = LaunchTemplateArgs(
        plan=plan,
        tags=tags,
        security_group_ids=[site.plane.security_group_id, fabric.security_group_id],
        placement_group=fabric.placement_group,
    )
    return LaunchTemplate(name, args, opts)
