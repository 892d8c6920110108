"""A tenant's objects as one Pulumi resource. Wiring only."""

from dataclasses import dataclass, field
from typing import Any

import pulumi
import pulumi_kubernetes as k8s

from components.arguments import as_arguments
from components.tenant.manifest import namespace
from components.tenant.objects import Around, objects
from components.tenant.spec import TenantSpec

KINDS: dict[str, Any] = {
    "LimitRange": k8s.core.v1.LimitRange,
    "NetworkPolicy": k8s.networking.v1.NetworkPolicy,
    "ResourceQuota": k8s.core.v1.ResourceQuota,
    "Role": k8s.rbac.v1.Role,
    "RoleBinding": k8s.rbac.v1.RoleBinding,
}


@dataclass(frozen=True, kw_only=True)
class TenantArgs:
    """Plain data decides what exists."""

    spec: TenantSpec
    around: Around = field(default_factory=Around)


class Tenant(pulumi.ComponentResource):
    """A team's namespace, the wall around it, its share and its people."""

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
        inside = pulumi.ResourceOptions(parent=self, depends_on=[made])
        for what, manifest in objects(name, args.spec, args.around).items():
            given = as_arguments(manifest)
            kind, _ = given.pop("kind"), given.pop("api_version")
            KINDS[kind](f"{name}-{what}", opts=inside, **given)
        self.namespace = made.metadata.name
        self.register_outputs({"namespace": self.namespace})
