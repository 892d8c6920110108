"""The VPC, its subnets and their ways out. Wiring only: the plan is layout's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.network.layout import Layout, Subnet

EVERYWHERE = "0.0.0.0/0"


@dataclass(frozen=True, kw_only=True)
class Subnets:
    """Where a cluster and its nodes may be: subnet ids by zone; `ready` is their way out."""

    vpc_id: pulumi.Input[str]
    private: Mapping[str, pulumi.Input[str]]
    public: Mapping[str, pulumi.Input[str]]
    ready: Sequence[pulumi.Resource] = ()


@dataclass(frozen=True, kw_only=True)
class NetworkArgs:
    """All of it is known before anything exists; `label` is what people see in the console."""

    label: str
    cidr: str
    layout: Layout


class Network(pulumi.ComponentResource):
    """A VPC whose default security group lets nothing through."""

    subnets: Subnets
    route_table_ids: Sequence[pulumi.Output[str]]

    def __init__(
        self, name: str, args: NetworkArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:network:Network", name, None, opts)
        self._name = name
        self._label = args.label
        self._child = pulumi.ResourceOptions(parent=self)
        self._vpc = aws.ec2.Vpc(
            name,
            cidr_block=args.cidr,
            enable_dns_support=True,
            enable_dns_hostnames=True,
            tags={"Name": args.label},
            opts=self._child,
        )
        aws.ec2.DefaultSecurityGroup(f"{name}-default", vpc_id=self._vpc.id, opts=self._child)
        public = self._public(args.layout.public)
        private = {subnet.zone: self._subnet(subnet) for subnet in args.layout.private}
        tables = {
            subnet.zone: self._table(subnet.name, {subnet.name: private[subnet.zone]})
            for subnet in args.layout.private
        }
        self._ways_out(args.layout.ways_out, public, tables)
        self.subnets = Subnets(
            vpc_id=self._vpc.id,
            private={zone: subnet.id for zone, subnet in private.items()},
            public={zone: subnet.id for zone, subnet in public.items()},
        )
        self.route_table_ids = [table.id for table in tables.values()]
        self.register_outputs({"vpc_id": self._vpc.id})

    def _public(self, subnets: Sequence[Subnet]) -> dict[str, aws.ec2.Subnet]:
        made = {subnet.zone: self._subnet(subnet) for subnet in subnets}
        gateway = aws.ec2.InternetGateway(
            self._name, vpc_id=self._vpc.id, tags={"Name": self._label}, opts=self._child
        )
        table = self._table("public", {subnet.name: made[subnet.zone] for subnet in subnets})
        aws.ec2.Route(
            f"{self._name}-public",
            route_table_id=table.id,
            destination_cidr_block=EVERYWHERE,
            gateway_id=gateway.id,
            opts=self._child,
        )
        return made

    def _subnet(self, subnet: Subnet) -> aws.ec2.Subnet:
        return aws.ec2.Subnet(
            f"{self._name}-{subnet.name}",
            vpc_id=self._vpc.id,
            availability_zone=subnet.zone,
            cidr_block=subnet.cidr,
            tags={"Name": f"{self._label}-{subnet.name}", **subnet.tags},
            opts=self._child,
        )

    def _table(self, what: str, subnets: Mapping[str, aws.ec2.Subnet]) -> aws.ec2.RouteTable:
        name = f"{self._name}-{what}"
        tags = {"Name": f"{self._label}-{what}"}
        table = aws.ec2.RouteTable(name, vpc_id=self._vpc.id, tags=tags, opts=self._child)
        for subnet, made in subnets.items():
            aws.ec2.RouteTableAssociation(
                f"{self._name}-{subnet}",
                route_table_id=table.id,
                subnet_id=made.id,
                opts=self._child,
            )
        return table

    def _nat(self, zone: str, subnet: aws.ec2.Subnet) -> aws.ec2.NatGateway:
        name = f"{self._name}-nat-{zone}"
        tags = {"Name": f"{self._label}-nat-{zone}"}
        address = aws.ec2.Eip(name, domain="vpc", tags=tags, opts=self._child)
        return aws.ec2.NatGateway(
            name,
            allocation_id=address.allocation_id,
            subnet_id=subnet.id,
            tags=tags,
            opts=self._child,
        )

    def _ways_out(
        self,
        ways_out: Mapping[str, str],
        public: Mapping[str, aws.ec2.Subnet],
        tables: Mapping[str, aws.ec2.RouteTable],
    ) -> None:
        nats = {zone: self._nat(zone, public[zone]) for zone in sorted({*ways_out.values()})}
        for zone, nat in ways_out.items():
            aws.ec2.Route(
                f"{self._name}-private-{zone}",
                route_table_id=tables[zone].id,
                destination_cidr_block=EVERYWHERE,
                nat_gateway_id=nats[nat].id,
                opts=self._child,
            )
