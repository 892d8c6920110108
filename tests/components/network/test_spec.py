"""What a network may not be."""

import pytest
from pydantic import ValidationError

from components.network.spec import NetworkSpec, NewNetwork

ZONES = ["eu-central-1a", "eu-central-1b"]


@pytest.mark.parametrize(
    ("cidr", "what"),
    [
        ("10.0.0.1/16", "no host bits"),
        ("10.0.0.0/12", "between /16"),
        ("10.0.0.0/24", "between /16"),
        ("54.0.0.0/16", "public address space"),
    ],
)
def test_refuses_addresses_that_aws_or_the_internet_would(cidr: str, what: str) -> None:
    with pytest.raises(ValidationError, match=what):
        NewNetwork.model_validate({"cidr": cidr, "zones": ZONES})


@pytest.mark.parametrize("zones", [ZONES[:1], [*ZONES, *ZONES], ["eu-central-1"] * 2, ["a", "b"]])
def test_refuses_less_than_two_zones_more_than_four_twice_the_same_and_no_zones(
    zones: list[str],
) -> None:
    with pytest.raises(ValidationError):
        NewNetwork.model_validate({"cidr": "10.0.0.0/16", "zones": zones})


def test_a_network_is_new_or_exists() -> None:
    new = {"cidr": "10.0.0.0/16", "zones": ZONES}
    existing = {
        "vpc_id": "vpc-1",
        "private_subnets": dict.fromkeys(ZONES, "subnet-1"),
    }

    for both_or_none in ({}, {"new": new, "existing": existing}):
        with pytest.raises(ValidationError, match="exactly one"):
            NetworkSpec.model_validate(both_or_none)
    assert NetworkSpec.model_validate({"existing": existing}).zones == tuple(ZONES)
