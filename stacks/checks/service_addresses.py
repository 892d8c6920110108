"""The cluster's own addresses, of Services, are nobody else's."""

from collections.abc import Iterator
from ipaddress import IPv4Network

from stacks.config import StackConfig
from stacks.problem import Path, Problem

PATH: Path = ("cluster", "eks", "service_cidr")
LARGEST, SMALLEST = 12, 24
"""What EKS takes (EKS API, KubernetesNetworkConfigRequest)."""


def service_addresses(config: StackConfig) -> Iterator[Problem]:
    """Refuses what is no network, has the wrong size, or is the VPC's."""
    eks = config.cluster.eks
    if eks is None:
        return
    try:
        services = IPv4Network(eks.service_cidr)
    except ValueError:
        yield Problem(PATH, "is no IPv4 network", "write it like 172.20.0.0/16, no host bits")
        return
    if not LARGEST <= services.prefixlen <= SMALLEST:
        yield Problem(PATH, f"is not between /{LARGEST} and /{SMALLEST}", "use 172.20.0.0/16")
    if eks.network.new and services.overlaps(IPv4Network(eks.network.new.cidr)):
        yield Problem(PATH, "overlaps the VPC's addresses", "use 172.20.0.0/16, or move the VPC")
