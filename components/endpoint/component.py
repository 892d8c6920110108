"""The VPC's endpoints and the door in front of them. Wiring only."""

from collections.abc import Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.endpoint.services import Endpoint

HTTPS = 443


@dataclass(frozen=True, kw_only=True)
class EndpointsArgs:
    """`cidr` is who may call: the VPC itself."""

    gateways: Sequence[Endpoint]
    interfaces: Sequence[Endpoint]
    vpc_id: pulumi.Input[str]
    cidr: str
    route_table_ids: Sequence[pulumi.Input[str]]
    subnet_ids: Sequence[pulumi.Input[str]]


class Endpoints(pulumi.ComponentResource):
    """One endpoint for each service."""

    def __init__(
        self, name: str, args: EndpointsArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:endpoint:Endpoints", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        for endpoint in args.gateways:
            aws.ec2.VpcEndpoint(
                f"{name}-{endpoint.service}",
                vpc_id=args.vpc_id,
                service_name=endpoint.service_name,
                vpc_endpoint_type=endpoint.kind,
                route_table_ids=args.route_table_ids,
                opts=child,
            )
        door = _door(name, args, child)
        for endpoint in args.interfaces:
            aws.ec2.VpcEndpoint(
                f"{name}-{endpoint.service}",
                vpc_id=args.vpc_id,
                service_name=endpoint.service_name,
                vpc_endpoint_type=endpoint.kind,
                private_dns_enabled=True,
                subnet_ids=args.subnet_ids,
                security_group_ids=[door.id],
                opts=child,
            )
        self.register_outputs({})


def _door(name: str, args: EndpointsArgs, child: pulumi.ResourceOptions) -> aws.ec2.SecurityGroup:
    door = aws.ec2.SecurityGroup(
        name, description="HTTPS from the VPC to AWS services", vpc_id=args.vpc_id, opts=child
    )
    aws.vpc.SecurityGroupIngressRule(
        name,
        security_group_id=door.id,
        description="HTTPS from the VPC",
        cidr_ipv4=args.cidr,
        ip_protocol="tcp",
        from_port=HTTPS,
        to_port=HTTPS,
        opts=child,
    )
    return door
