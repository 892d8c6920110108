"""A namespace of the platform with its network policies. Wiring only."""

from dataclasses import dataclass

import pulumi
import pulumi_kubernetes as k8s

from components.namespace.manifest import namespace, network_policies
from components.namespace.spec import NamespaceSpec


@dataclass(frozen=True, kw_only=True)
class NamespaceArgs:
    """Plain data decides what exists."""

    spec: NamespaceSpec


class Namespace(pulumi.ComponentResource):
    """The namespace, walled before anything moves in."""

    def __init__(
        self, name: str, args: NamespaceArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:namespace:Namespace", name, None, opts)
        made = k8s.core.v1.Namespace(
            name,
            metadata=namespace(name, args.spec)["metadata"],
            opts=pulumi.ResourceOptions(parent=self),
        )
        for policy in network_policies(name, args.spec):
            k8s.networking.v1.NetworkPolicy(
                f"{name}-{policy['metadata']['name']}",
                metadata=policy["metadata"],
                spec=policy["spec"],
                opts=pulumi.ResourceOptions(parent=self, depends_on=[made]),
            )
        self.register_outputs({})
