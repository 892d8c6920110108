"""Which addresses go where: the VPC's plan as data.

The VPC is eight equal blocks. Zone i has block i as its private subnet and the i-th quarter of
block 4 as its public one; the last three blocks stay free. So a zone that is appended later moves
nobody, and there is room for subnets that nobody has thought of.
"""

from dataclasses import dataclass
from ipaddress import IPv4Network

from components.network.spec import NewNetwork

BLOCKS_LOG2 = 3
PUBLIC_BLOCK = 4
PUBLIC_LOG2 = 2
RESERVED_BY_AWS = 5
"""The first four addresses of every subnet and the last (VPC guide, subnet sizing)."""

PREFIX = 16
"""Addresses in a /28, the unit in which the VPC CNI takes them with prefix delegation."""

ROLE_TAGS = {
    "private": {"kubernetes.io/role/internal-elb": "1"},
    "public": {"kubernetes.io/role/elb": "1"},
}
"""Where the load balancer controller puts inner and outer load balancers."""

DISCOVERY_TAG = "karpenter.sh/discovery"


@dataclass(frozen=True, kw_only=True)
class Subnet:
    """One subnet; `name` is unique in the VPC."""

    name: str
    zone: str
    cidr: str
    tags: dict[str, str]


@dataclass(frozen=True, kw_only=True)
class Layout:
    """Every subnet of the VPC; `ways_out` is the zone of each zone's NAT gateway."""

    private: tuple[Subnet, ...]
    public: tuple[Subnet, ...]
    ways_out: dict[str, str]


def layout(spec: NewNetwork, cluster: str) -> Layout:
    """The plan of `spec` for the cluster of that name."""
    blocks = list(IPv4Network(spec.cidr).subnets(prefixlen_diff=BLOCKS_LOG2))
    quarters = list(blocks[PUBLIC_BLOCK].subnets(prefixlen_diff=PUBLIC_LOG2))
    private = [
        _subnet("private", zone, block, {DISCOVERY_TAG: cluster})
        for zone, block in zip(spec.zones, blocks, strict=False)
    ]
    public = [
        _subnet("public", zone, block, {})
        for zone, block in zip(spec.zones, quarters, strict=False)
    ]
    return Layout(private=tuple(private), public=tuple(public), ways_out=_ways_out(spec))


def usable(cidr: str) -> int:
    """How many addresses a subnet has to give."""
    return IPv4Network(cidr).num_addresses - RESERVED_BY_AWS


def addresses_of_a_node(max_pods: int) -> int:
    """What a full node holds: whole prefixes for its pods, a warm one, and the node's own address.

    Source: amazon-vpc-cni docs/prefix-and-ip-target.md with WARM_PREFIX_TARGET=1.
    """
    return (-(-max_pods // PREFIX) + 1) * PREFIX + 1


def _ways_out(spec: NewNetwork) -> dict[str, str]:
    match spec.nat:
        case "single":
            return dict.fromkeys(spec.zones, spec.zones[0])
        case "per_zone":
            return {zone: zone for zone in spec.zones}
        case "none":
            return {}


def _subnet(kind: str, zone: str, block: IPv4Network, tags: dict[str, str]) -> Subnet:
    name = f"{kind}-{zone}"
    return Subnet(name=name, zone=zone, cidr=str(block), tags={**ROLE_TAGS[kind], **tags})
