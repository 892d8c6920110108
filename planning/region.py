"""Where a stack is billed: as the plan is told, or where its cluster is."""

from catalogue.prices import currency
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig

DEFAULT = "us-east-1"
"""For a cluster that somebody else runs, whose region nobody said: the cheapest of the big ones."""


def region(config: StackConfig) -> str:
    """The AWS region whose prices count."""
    built = config.cluster.eks.region if config.cluster.eks else DEFAULT
    return config.planning.region or built


def stack_currency(config: StackConfig) -> str:
    """What that region's partition bills in."""
    return currency(region(config))


def zones(config: StackConfig, group: NodeGroupSpec) -> tuple[str, ...]:
    """Where its nodes are, by turns: as it says, or in all of the network; none if unknown."""
    built = config.cluster.eks
    return group.zones or (built.network.zones if built else ())
