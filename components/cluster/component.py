"""The control plane that a stack builds, and the Kubernetes provider of any cluster. Wiring only.

eks.Cluster makes what belongs together: the cluster's role, the cluster, its access entries and a
kubeconfig. Everything it would add is switched off and made as a resource of its own: add-ons,
because it asks AWS for the newest version on every run (pulumi-eks `getAddonVersion`) and waits for
CoreDNS before there is a node (#1525, #1819); security groups and the node role, because managed
groups use the cluster's group and need their role's policies to outlive them; the OIDC provider,
because it opens a connection during previews and Pod Identity does not need it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pulumi
import pulumi_aws as aws
import pulumi_eks as eks
import pulumi_kubernetes as k8s

from components.cluster.access import Entry
from components.cluster.spec import ExistingCluster

LOG_TYPES = ("api", "audit", "authenticator", "controllerManager", "scheduler")


def existing_cluster(name: str, spec: ExistingCluster) -> k8s.Provider:
    """The provider through which everything of this stack reaches `spec`'s cluster."""
    return k8s.Provider(
        name,
        kubeconfig=str(Path(spec.kubeconfig).expanduser()),
        context=spec.context,
        cluster_identifier=spec.identifier or spec.context,
        enable_server_side_apply=True,
    )


def eks_provider(
    name: str, plane: "ControlPlane", identifier: str, after: Sequence[pulumi.Resource]
) -> k8s.Provider:
    """The provider of a cluster that is ready when everything in `after` is.

    By `identifier` the cluster stays the same one when its kubeconfig is unknown or new; without it
    a preview would replace every object (pulumi-eks#764).
    """
    return k8s.Provider(
        name,
        kubeconfig=plane.kubeconfig,
        cluster_identifier=identifier,
        enable_server_side_apply=True,
        opts=pulumi.ResourceOptions(depends_on=list(after)),
    )


@dataclass(frozen=True, kw_only=True)
class ControlPlaneArgs:
    """Plain values decide; the network and the key fill in."""

    cluster: str
    kubernetes: str
    support: str
    service_cidr: str
    public_access_cidrs: Sequence[str]
    entries: Mapping[str, Entry]
    log_days: int
    deletion_protection: bool
    vpc_id: pulumi.Input[str]
    private_subnet_ids: Sequence[pulumi.Input[str]]
    public_subnet_ids: Sequence[pulumi.Input[str]]
    key_arn: pulumi.Input[str]


class ControlPlane(pulumi.ComponentResource):
    """The cluster without nodes, of the Kubernetes version that was asked for.

    `kubeconfig` is a secret.
    """

    kubernetes: str
    cluster: pulumi.Output[str]
    kubeconfig: pulumi.Output[str]
    endpoint: pulumi.Output[str]
    security_group_id: pulumi.Output[str]

    def __init__(
        self, name: str, args: ControlPlaneArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:cluster:ControlPlane", name, None, opts)
        logs = aws.cloudwatch.LogGroup(
            name,
            name=f"/aws/eks/{args.cluster}/cluster",
            retention_in_days=args.log_days,
            opts=pulumi.ResourceOptions(parent=self),
        )
        made = _cluster(name, args, pulumi.ResourceOptions(parent=self, depends_on=[logs]))
        self.kubernetes = args.kubernetes
        self.cluster = made.eks_cluster.name
        self.endpoint = made.eks_cluster.endpoint
        self.security_group_id = made.eks_cluster.vpc_config.cluster_security_group_id
        self.kubeconfig = pulumi.Output.secret(made.kubeconfig_json)
        self.register_outputs({"cluster": self.cluster, "kubeconfig": self.kubeconfig})


def _cluster(name: str, args: ControlPlaneArgs, opts: pulumi.ResourceOptions) -> eks.Cluster:
    return eks.Cluster(
        name,
        name=args.cluster,
        version=args.kubernetes,
        upgrade_policy=aws.eks.ClusterUpgradePolicyArgs(support_type=args.support),
        vpc_id=args.vpc_id,
        private_subnet_ids=args.private_subnet_ids,
        public_subnet_ids=args.public_subnet_ids,
        kubernetes_service_ip_address_range=args.service_cidr,
        authentication_mode=eks.AuthenticationMode.API,
        access_entries={key: _entry(entry) for key, entry in args.entries.items()},
        endpoint_private_access=True,
        endpoint_public_access=bool(args.public_access_cidrs),
        public_access_cidrs=list(args.public_access_cidrs) or None,
        encryption_config_key_arn=args.key_arn,
        enabled_cluster_log_types=LOG_TYPES,
        deletion_protection=args.deletion_protection,
        bootstrap_self_managed_addons=False,
        use_default_vpc_cni=True,
        kube_proxy_addon_options=eks.KubeProxyAddonOptionsArgs(enabled=False),
        coredns_addon_options=eks.CoreDnsAddonOptionsArgs(enabled=False),
        skip_default_node_group=True,
        skip_default_security_groups=True,
        create_instance_role=False,
        opts=opts,
    )


def _entry(entry: Entry) -> eks.AccessEntryArgs:
    scope = aws.eks.AccessPolicyAssociationAccessScopeArgs(
        type=entry.scope, namespaces=entry.namespaces or None
    )
    association = eks.AccessPolicyAssociationArgs(policy_arn=entry.policy_arn, access_scope=scope)
    return eks.AccessEntryArgs(
        principal_arn=entry.principal_arn, access_policies={entry.scope: association}
    )
