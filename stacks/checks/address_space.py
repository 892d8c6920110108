"""Each zone's subnet has an address for every pod that its nodes can run."""

from collections.abc import Iterator

from components.network.layout import addresses_of_a_node, layout, usable
from components.network.spec import NewNetwork
from components.node_group.capacity import node_capacity
from stacks.config import StackConfig
from stacks.problem import Problem


def address_space(config: StackConfig) -> Iterator[Problem]:
    """Refuses a VPC whose zones could run dry, were all nodes in one: capacity is where it is."""
    eks = config.cluster.eks
    if eks is None or eks.network.new is None:
        return
    network = eks.network.new
    for subnet in layout(network, eks.name).private:
        need, have = _need(config, network, subnet.zone), usable(subnet.cidr)
        if need > have:
            yield Problem(
                ("cluster", "eks", "network", "new", "cidr"),
                f"{subnet.zone} has {have} addresses, its nodes and pods can take {need}",
                "use a larger VPC (a /16 at most), fewer max_nodes, or groups that name zones",
            )


def _need(config: StackConfig, network: NewNetwork, zone: str) -> int:
    return sum(
        group.max_nodes * addresses_of_a_node(node_capacity(group).max_pods)
        for group in config.node_groups.values()
        if zone in (group.zones or network.zones)
    )
