"""What a stack may ask of its network: one of its own, or one that exists."""

from ipaddress import IPv4Network
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from components.aws import RetentionDays, Zone
from components.types import Spec

LARGEST, SMALLEST = 16, 20
PRIVATE = tuple(
    IPv4Network(net) for net in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10")
)

VpcId = Annotated[str, StringConstraints(pattern=r"^vpc-[0-9a-f]+$")]
SubnetId = Annotated[str, StringConstraints(pattern=r"^subnet-[0-9a-f]+$")]


def _vpc_cidr(text: str) -> str:
    try:
        network = IPv4Network(text)
    except ValueError:
        raise ValueError("is no IPv4 network; write it like 10.20.0.0/16, no host bits") from None
    if not LARGEST <= network.prefixlen <= SMALLEST:
        raise ValueError(
            f"is not between /{LARGEST} and /{SMALLEST}; a /{LARGEST} is AWS's largest VPC"
        )
    if not any(network.subnet_of(private) for private in PRIVATE):
        raise ValueError("is public address space; use RFC 1918 or 100.64.0.0/10")
    return text


VpcCidr = Annotated[str, AfterValidator(_vpc_cidr)]


class ExistingNetwork(Spec):
    """Somebody else's VPC: its subnets by zone, tagged by whoever made them."""

    vpc_id: VpcId
    private_subnets: dict[Zone, SubnetId] = Field(min_length=2)
    public_subnets: dict[Zone, SubnetId] = Field(default_factory=dict)


class NewNetwork(Spec):
    """A VPC of 2 to 4 zones; their order is their place in it, so append new ones.

    `nat` is how private subnets reach the internet: one gateway for all (cheap, and a zone's loss
    is everybody's), one for each zone, or none, which leaves the VPC endpoints alone.
    """

    cidr: VpcCidr
    zones: tuple[Zone, ...] = Field(min_length=2, max_length=4)
    nat: Literal["single", "per_zone", "none"] = "single"
    flow_log_days: RetentionDays = 30

    @model_validator(mode="after")
    def _each_zone_once(self) -> Self:
        if len(set(self.zones)) < len(self.zones):
            raise ValueError("names a zone twice; name each once")
        return self


class NetworkSpec(Spec):
    """Exactly one kind of network."""

    new: NewNetwork | None = None
    existing: ExistingNetwork | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if (self.new is None) == (self.existing is None):
            raise ValueError("is no network, or two; write exactly one of `new` and `existing`")
        return self

    @property
    def zones(self) -> tuple[str, ...]:
        """Where private subnets are."""
        return self.new.zones if self.new else tuple(self.existing_zones)

    @property
    def existing_zones(self) -> list[str]:
        """The zones of a network that exists; none of one that does not."""
        return sorted(self.existing.private_subnets) if self.existing else []
