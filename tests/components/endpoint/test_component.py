"""What the endpoints register."""

from components.aws import Place
from components.endpoint.component import Endpoints, EndpointsArgs
from components.endpoint.services import endpoints
from tests.support.recorder import Recording, record

ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint"
PLAN = endpoints(Place(account_id="1" * 12, region="us-east-1"))


def recorded() -> Recording:
    args = EndpointsArgs(
        gateways=[e for e in PLAN if e.kind == "Gateway"],
        interfaces=[e for e in PLAN if e.kind == "Interface"],
        vpc_id="vpc-1",
        cidr="10.0.0.0/16",
        route_table_ids=["rtb-1"],
        subnet_ids=["subnet-1", "subnet-2"],
    )
    return record(lambda: Endpoints("vpc", args))


def test_an_interface_endpoint_answers_by_the_services_own_name_in_every_zone() -> None:
    inputs = recorded().named("vpc-ecr.dkr", type=ENDPOINT).inputs

    assert inputs["privateDnsEnabled"] is True
    assert inputs["subnetIds"] == ["subnet-1", "subnet-2"]
    assert inputs["securityGroupIds"] == ["vpc-id"]


def test_the_gateway_is_in_every_private_route_table() -> None:
    assert recorded().named("vpc-s3", type=ENDPOINT).inputs["routeTableIds"] == ["rtb-1"]


def test_only_the_vpc_may_call_and_only_https() -> None:
    rule = recorded().named("vpc", type="aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")

    assert (rule.inputs["cidrIpv4"], rule.inputs["fromPort"], rule.inputs["toPort"]) == (
        "10.0.0.0/16",
        443,
        443,
    )
