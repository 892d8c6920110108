"""What a network registers."""

import pytest

from components.network.component import Network, NetworkArgs
from components.network.layout import layout
from components.network.spec import NewNetwork
from tests.support.recorder import Recording, record

ZONES = ("eu-central-1a", "eu-central-1b", "eu-central-1c")
SUBNET = "aws:ec2/subnet:Subnet"
NAT = "aws:ec2/natGateway:NatGateway"
ROUTE = "aws:ec2/route:Route"


def recorded(nat: str, *, preview: bool = False) -> Recording:
    spec = NewNetwork.model_validate({"cidr": "10.0.0.0/16", "zones": ZONES, "nat": nat})
    args = NetworkArgs(label="inference", cidr=spec.cidr, layout=layout(spec, "inference"))
    return record(lambda: Network("net", args), preview=preview)


def test_every_subnet_is_in_its_zone_with_its_addresses() -> None:
    made = recorded("single")

    assert made.of(SUBNET) == {f"net-{kind}-{z}" for kind in ("private", "public") for z in ZONES}
    private = made.named("net-private-eu-central-1b", type=SUBNET).inputs
    assert (private["availabilityZone"], private["cidrBlock"]) == ("eu-central-1b", "10.0.32.0/19")


@pytest.mark.parametrize(
    ("nat", "gateways"),
    [
        ("single", {"net-nat-eu-central-1a"}),
        ("per_zone", {f"net-nat-{zone}" for zone in ZONES}),
        ("none", set()),
    ],
)
def test_there_are_as_many_nat_gateways_as_asked(nat: str, gateways: set[str]) -> None:
    assert recorded(nat).of(NAT) == gateways


def test_private_subnets_have_no_way_out_without_nat() -> None:
    assert recorded("none").of(ROUTE) == {"net-public"}


def test_a_zone_leaves_through_its_own_gateway() -> None:
    route = recorded("per_zone").named("net-private-eu-central-1c", type=ROUTE)

    assert route.inputs["natGatewayId"] == "net-nat-eu-central-1c-id"


def test_the_default_security_group_lets_nothing_through() -> None:
    group = recorded("none").named(
        "net-default", type="aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"
    )

    assert group.inputs == {"vpcId": "net-id"}


def test_everything_belongs_to_the_network() -> None:
    made = recorded("per_zone")

    assert {r.parent for r in made if r.name != "net" or r.type.startswith("aws:")} == {"net"}


def test_the_first_preview_shows_the_same_resources() -> None:
    known, unknown = recorded("per_zone"), recorded("per_zone", preview=True)

    assert {(r.type, r.name) for r in known} == {(r.type, r.name) for r in unknown}
