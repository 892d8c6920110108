"""The address plan: for any VPC, any zones."""

from ipaddress import IPv4Network
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.network.layout import addresses_of_a_node, layout, usable
from components.network.spec import NewNetwork

ZONES = tuple(f"eu-central-1{letter}" for letter in "abcd")
NATS = st.sampled_from(["single", "per_zone", "none"])


@st.composite
def networks(draw: st.DrawFn) -> NewNetwork:
    size = draw(st.integers(min_value=16, max_value=20))
    second = draw(st.integers(min_value=0, max_value=255))
    zones = draw(st.permutations(ZONES))[: draw(st.integers(min_value=2, max_value=4))]
    return NewNetwork(cidr=f"10.{second}.0.0/{size}", zones=tuple(zones), nat=draw(NATS))


def cidrs(spec: NewNetwork) -> list[IPv4Network]:
    plan = layout(spec, "inference")
    return [IPv4Network(subnet.cidr) for subnet in (*plan.private, *plan.public)]


@given(networks())
def test_no_two_subnets_overlap(spec: NewNetwork) -> None:
    assert not any(one.overlaps(other) for one, other in combinations(cidrs(spec), 2))


@given(networks())
def test_every_subnet_is_in_the_vpc_and_three_eighths_of_it_stay_free(spec: NewNetwork) -> None:
    vpc = IPv4Network(spec.cidr)

    assert all(subnet.subnet_of(vpc) for subnet in cidrs(spec))
    assert sum(net.num_addresses for net in cidrs(spec)) <= vpc.num_addresses * 5 / 8


@given(networks())
def test_each_zone_has_one_private_and_one_public_subnet(spec: NewNetwork) -> None:
    plan = layout(spec, "inference")

    assert tuple(subnet.zone for subnet in plan.private) == spec.zones
    assert tuple(subnet.zone for subnet in plan.public) == spec.zones


@given(networks())
def test_a_zone_appended_later_moves_no_subnet(spec: NewNetwork) -> None:
    fewer = layout(spec.model_copy(update={"zones": spec.zones[:-1]}), "inference")
    more = layout(spec, "inference")

    assert (fewer.private, fewer.public) == (more.private[:-1], more.public[:-1])


def test_the_load_balancer_controller_and_karpenter_find_their_subnets() -> None:
    plan = layout(NewNetwork(cidr="10.0.0.0/16", zones=ZONES[:2]), "inference")

    assert plan.private[0].tags == {
        "kubernetes.io/role/internal-elb": "1",
        "karpenter.sh/discovery": "inference",
    }
    assert plan.public[0].tags == {"kubernetes.io/role/elb": "1"}


@pytest.mark.parametrize(
    ("nat", "ways_out"),
    [
        ("single", {"eu-central-1a": "eu-central-1a", "eu-central-1b": "eu-central-1a"}),
        ("per_zone", {"eu-central-1a": "eu-central-1a", "eu-central-1b": "eu-central-1b"}),
        ("none", {}),
    ],
)
def test_private_subnets_leave_by_their_gateway(nat: str, ways_out: dict[str, str]) -> None:
    spec = NewNetwork.model_validate({"cidr": "10.0.0.0/16", "zones": ZONES[:2], "nat": nat})

    assert layout(spec, "inference").ways_out == ways_out


def test_a_node_takes_whole_prefixes_a_warm_one_and_its_own_address() -> None:
    assert addresses_of_a_node(29) == 2 * 16 + 16 + 1
    assert addresses_of_a_node(32) == 2 * 16 + 16 + 1


def test_aws_keeps_five_addresses_of_a_subnet() -> None:
    assert usable("10.0.0.0/19") == 8192 - 5
