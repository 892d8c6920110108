"""What nodes need to talk to each other through EFA: nearness, and a door open among them only.

EFA wants rules that name the group itself, both ways; the cluster's own security group has none for
the way out (EC2 guide, EFA security groups).
"""

from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

ALL = "-1"


@dataclass(frozen=True, kw_only=True)
class FabricArgs:
    """Where it is."""

    vpc_id: pulumi.Input[str]


class Fabric(pulumi.ComponentResource):
    """A cluster placement group, and a security group whose members reach each other."""

    placement_group: pulumi.Output[str]
    security_group_id: pulumi.Output[str]

    def __init__(
        self, name: str, args: FabricArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:fabric:Fabric", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        near = aws.ec2.PlacementGroup(name, strategy="cluster", opts=child)
        door = aws.ec2.SecurityGroup(
            name, description="EFA among the group's nodes", vpc_id=args.vpc_id, opts=child
        )
        aws.vpc.SecurityGroupIngressRule(
            name,
            security_group_id=door.id,
            referenced_security_group_id=door.id,
            ip_protocol=ALL,
            opts=child,
        )
        aws.vpc.SecurityGroupEgressRule(
            name,
            security_group_id=door.id,
            referenced_security_group_id=door.id,
            ip_protocol=ALL,
            opts=child,
        )
        self.placement_group = near.name
        self.security_group_id = door.id
        self.register_outputs(
            {"placement_group": self.placement_group, "security_group_id": self.security_group_id}
        )
