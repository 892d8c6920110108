"""What a stack costs at each scale, and who it is for; what no price is known of is said so."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.prices import Price, currency, price
from components.node_group.spec import NodeGroupSpec
from planning.placement import Node, Placement
from planning.region import region
from planning.spec import Purchase
from stacks.config import StackConfig

HOURS_PER_MONTH = 730
"""8,760 hours over 12 months."""

SECONDS_PER_HOUR = 3600
MILLION = 1_000_000
IDLE = "idle GPUs"
NO_GPU = "nodes without GPUs"


@dataclass(frozen=True, kw_only=True)
class NodePrice:
    """An hour of one node, in `currency`; None where nobody stated it."""

    on_demand: float | None
    spot: float | None
    reserved: float | None
    currency: str
    derived: bool
    source: str
    buying: Purchase

    @property
    def paid(self) -> float | None:
        """What counts: the way the group is bought, or on demand, which spot does not exceed."""
        return self.of(self.buying) or self.on_demand

    def of(self, purchase: Purchase) -> float | None:
        """The figure for one way to buy."""
        return {"on_demand": self.on_demand, "spot": self.spot, "reserved": self.reserved}[purchase]


def node_price(config: StackConfig, name: str) -> NodePrice:
    """What the stack states of the group or its instance type; else the catalogue's."""
    group, planning, where = config.node_groups[name], config.planning, region(config)
    kind = group.instance_type or ""
    stated = planning.prices.get(name) or planning.prices.get(kind)
    known = price(kind, where)
    if stated is None:
        source = known.source if known else f"no price of {kind or name} in {where}"
        return _listed(known, where, source, buying(group))
    return NodePrice(
        on_demand=stated.on_demand or (known.per_hour if known else None),
        spot=stated.spot,
        reserved=stated.reserved,
        currency=currency(where),
        derived=False,
        source=f"{stated.source}, {stated.as_of}",
        buying=buying(group),
    )


def buying(group: NodeGroupSpec) -> Purchase:
    """How the nodes of a group are bought; reserved capacity is billed on demand, unless stated."""
    return "spot" if group.spot else "on_demand"


def _listed(known: Price | None, where: str, source: str, how: Purchase) -> NodePrice:
    return NodePrice(
        on_demand=known.per_hour if known else None,
        spot=None,
        reserved=None,
        currency=currency(where),
        derived=known.derived if known else False,
        source=source,
        buying=how,
    )


def hourly_by_model(placement: Placement, prices: Mapping[str, NodePrice]) -> dict[str, float]:
    """Cost of an hour by model, and under IDLE and NO_GPU of what no model uses.

    A node's price is divided by its GPUs, so the parts sum to the whole; nodes without a price
    count nothing.
    """
    by_model: dict[str, float] = {}
    for node in placement.nodes:
        for owner, share in _shares(node).items():
            cost = (prices[node.group].paid or 0.0) * share
            by_model[owner] = by_model.get(owner, 0.0) + cost
    return by_model


def hourly_by_group(placement: Placement, prices: Mapping[str, NodePrice]) -> dict[str, float]:
    """Cost of an hour by node group."""
    return {
        group: (cost.paid or 0.0) * len(placement.of_group(group)) for group, cost in prices.items()
    }


def per_million_tokens(per_hour: float, tokens_per_second: float) -> float:
    """What a million output tokens cost when a replica of `per_hour` is busy all the time."""
    return per_hour / (tokens_per_second * SECONDS_PER_HOUR) * MILLION


def _shares(node: Node) -> dict[str, float]:
    """Which part of a node each owner has, by GPUs."""
    gpus = node.capacity.gpus
    if not gpus:
        return {NO_GPU: 1.0}
    shares: dict[str, float] = {}
    for replica in node.replicas:
        shares[replica.model] = shares.get(replica.model, 0.0) + replica.gpus / gpus
    return {**shares, IDLE: 1.0 - sum(shares.values())}
