"""A stack's EKS cluster, in the one order that cannot wait for itself.

Add-ons that nodes need, then nodes, then add-ons that need nodes, then the Kubernetes provider: so
whoever uses it finds a cluster that works.
"""

from dataclasses import dataclass

import pulumi
import pulumi_aws as aws
import pulumi_kubernetes as k8s

from components.bucket.component import Bucket
from components.cluster.access import entries
from components.cluster.component import ControlPlane, ControlPlaneArgs, eks_provider
from components.cluster.eks import EksCluster
from components.identity.component import Role, RoleArgs
from components.key.component import Key, KeyArgs
from components.network.component import Subnets
from components.node_group.component import NodeGroup
from components.objects.component import Objects, ObjectsArgs
from components.storage_class.manifest import gp3
from stacks.config import StackConfig
from stacks.identities import early_addons, late_addons, node_role, roles
from stacks.infrastructure.identity import addons, identities, named
from stacks.infrastructure.network import network
from stacks.infrastructure.nodes import Site, node_groups
from stacks.infrastructure.pools import pools
from stacks.infrastructure.storage import buckets, image_cache

Value = pulumi.Output[str] | dict[str, pulumi.Output[str]]


@dataclass(frozen=True, kw_only=True)
class Infrastructure:
    """The way into the cluster, and what people and other stacks ask about it."""

    provider: k8s.Provider
    outputs: dict[str, Value]


def infrastructure(config: StackConfig, eks: EksCluster) -> Infrastructure:
    """Build it."""
    here = pulumi.ResourceOptions(provider=_account(eks))
    key = Key("key", KeyArgs(alias=eks.key_alias), here)
    stored = buckets(eks, key, here)
    image_cache(eks, here)
    subnets = network(eks, here)
    plane = _control_plane(eks, subnets, key, here)
    node = Role("node", RoleArgs(plan=node_role(eks), cluster_name=eks.name), here)
    early = addons("early-addons", early_addons(eks), plane, [], here)
    site = Site(plane=plane, subnets=subnets, node_role=node, ready=[early, node, *subnets.ready])
    groups = node_groups(config, site, here)
    late = addons("late-addons", late_addons(eks), plane, [*groups.values()], here)
    taken = identities(roles(config, eks), plane, here)
    ready = [*groups.values(), late, *taken.values(), *named(config, plane, here)]
    provider = eks_provider("cluster", plane, eks.arn, ready)
    inside = pulumi.ResourceOptions(provider=provider)
    default = ObjectsArgs(type="gpu-inference:storage-class:StorageClass", manifests=[gp3()])
    Objects("gp3", default, inside)
    pools(config, eks, site, here, inside)
    return Infrastructure(provider=provider, outputs=_outputs(plane, stored, taken, groups))


def _account(eks: EksCluster) -> aws.Provider:
    """Fails where the credentials are another account's; tags whatever it makes."""
    tags = {"cluster": eks.name, "managed-by": "pulumi", **eks.tags}
    return aws.Provider(
        "aws",
        region=eks.region,
        allowed_account_ids=[eks.account_id],
        default_tags=aws.ProviderDefaultTagsArgs(tags=tags),
    )


def _control_plane(
    eks: EksCluster, subnets: Subnets, key: Key, opts: pulumi.ResourceOptions
) -> ControlPlane:
    args = ControlPlaneArgs(
        cluster=eks.name,
        kubernetes=eks.kubernetes,
        support=eks.support.upper(),
        service_cidr=eks.service_cidr,
        public_access_cidrs=eks.public_access_cidrs,
        entries=entries(eks.access, eks.place),
        log_days=eks.log_days,
        deletion_protection=eks.deletion_protection,
        vpc_id=subnets.vpc_id,
        private_subnet_ids=list(subnets.private.values()),
        public_subnet_ids=list(subnets.public.values()),
        key_arn=key.arn,
    )
    return ControlPlane("control-plane", args, opts)


def _outputs(
    plane: ControlPlane,
    stored: dict[str, Bucket],
    taken: dict[str, Role],
    groups: dict[str, NodeGroup],
) -> dict[str, Value]:
    """`kubeconfig` is a secret; the others may be shown."""
    return {
        "cluster": plane.cluster,
        "endpoint": plane.endpoint,
        "kubeconfig": plane.kubeconfig,
        "buckets": {what: bucket.bucket for what, bucket in stored.items()},
        "roles": {name: role.arn for name, role in taken.items()},
        "node_groups": {name: group.name_in_eks for name, group in groups.items()},
    }
