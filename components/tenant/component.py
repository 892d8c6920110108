"""A tenant's objects as one Pulumi resource. Wiring only."""

from dataclasses import dataclass

import pulumi
import pulumi_kubernetes as k8s

from components.tenant.manifest import namespace
from components.tenant.network import network_policy
from components.tenant.spec import TenantSpec


@dataclass(frozen=True, kw_only=True)
class TenantArgs:
    """Plain data decides what exists."""

    spec: TenantSpec


class Tenant(pulumi.ComponentResource):
    """A team's namespace, and the wall between it and the others."""

    namespace: pulumi.Output[str]

    def __init__(
        self, name: str, args: TenantArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:tenant:Tenant", name, None, opts)
        made = k8s.core.v1.Namespace(
            name,
            metadata=namespace(name, args.spec)["metadata"],
            opts=pulumi.ResourceOptions(parent=self),
        )
        policy = network_policy(name)
        k8s.networking.v1.NetworkPolicy(
            f"{name}-network",
            metadata=policy["metadata"],
            spec=policy["spec"],
            opts=pulumi.ResourceOptions(parent=self, depends_on=[made]),
        )
        self.namespace = made.metadata.name
        self.register_outputs({"namespace": self.namespace})
