"""The network of a stack's cluster: its own, or somebody else's."""

from dataclasses import replace

import pulumi

from components.cluster.eks import EksCluster
from components.endpoint.component import Endpoints, EndpointsArgs
from components.endpoint.services import endpoints
from components.flow_log.component import FlowLog, FlowLogArgs
from components.network.component import Network, NetworkArgs, Subnets
from components.network.layout import layout
from components.network.spec import ExistingNetwork, NewNetwork

NAME = "network"


def network(eks: EksCluster, opts: pulumi.ResourceOptions) -> Subnets:
    """Build it, or say where it is."""
    if eks.network.existing is not None:
        return _existing(eks.network.existing)
    assert eks.network.new is not None
    return _new(eks, eks.network.new, opts)


def _existing(spec: ExistingNetwork) -> Subnets:
    return Subnets(vpc_id=spec.vpc_id, private=spec.private_subnets, public=spec.public_subnets)


def _new(eks: EksCluster, spec: NewNetwork, opts: pulumi.ResourceOptions) -> Subnets:
    plan = layout(spec, eks.name)
    made = Network(NAME, NetworkArgs(label=eks.name, cidr=spec.cidr, layout=plan), opts)
    services = endpoints(eks.place)
    inner = Endpoints(
        "endpoints",
        EndpointsArgs(
            gateways=[service for service in services if service.kind == "Gateway"],
            interfaces=[service for service in services if service.kind == "Interface"],
            vpc_id=made.subnets.vpc_id,
            cidr=spec.cidr,
            route_table_ids=made.route_table_ids,
            subnet_ids=list(made.subnets.private.values()),
        ),
        opts,
    )
    log_group = f"/vpc/{eks.name}/flow-log"
    FlowLog(
        "flow-log",
        FlowLogArgs(
            vpc_id=made.subnets.vpc_id,
            log_group=log_group,
            log_group_arn=eks.place.arn("logs", f"log-group:{log_group}"),
            days=spec.flow_log_days,
            account_id=eks.account_id,
        ),
        opts,
    )
    return replace(made.subnets, ready=[made, inner])
