"""Nodes are where the cluster has subnets, and what cannot span zones is in one."""

from collections.abc import Iterator

from components.cluster.eks import EksCluster
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem


def eks_zones(config: StackConfig) -> Iterator[Problem]:
    """Refuses zones of another region or without a subnet, and several where one is needed."""
    if config.cluster.eks is not None:
        yield from _region(config.cluster.eks)
        for name, group in config.node_groups.items():
            yield from _group(("node_groups", name, "zones"), group, config.cluster.eks)


def _region(eks: EksCluster) -> Iterator[Problem]:
    for zone in eks.network.zones:
        if not zone.startswith(eks.region):
            what = f"{zone} is not in {eks.region}"
            yield Problem(("cluster", "eks", "network"), what, "name zones of the region")


def _group(path: Path, group: NodeGroupSpec, eks: EksCluster) -> Iterator[Problem]:
    known = ", ".join(eks.network.zones)
    for zone in sorted(set(group.zones) - set(eks.network.zones)):
        yield Problem(path, f"the network has no subnet in {zone}", f"use some of {known}")
    for what in _in_one_zone(group):
        if len(group.zones) != 1:
            yield Problem(path, f"{what} is in one zone", f"name it: one of {known}")


def _in_one_zone(group: NodeGroupSpec) -> Iterator[str]:
    if group.reservation:
        yield "a capacity reservation"
    if group.capacity_block:
        yield "a Capacity Block"
    if group.interconnect:
        yield "an EFA placement group"
