"""What a stack costs at each scale, and who it is for; what no price is known of is said so."""

from collections.abc import Mapping
from dataclasses import dataclass

from catalogue.prices import currency, price
from components.node_group.spec import NodeGroupSpec
from planning.placement import Node, Placement
from planning.spec import PlanningSpec, Purchase

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

    def of(self, purchase: Purchase) -> float | None:
        """The figure for one way to buy."""
        return {"on_demand": self.on_demand, "spot": self.spot, "reserved": self.reserved}[purchase]


def node_price(name: str, group: NodeGroupSpec, planning: PlanningSpec) -> NodePrice:
    """What the stack states of the group or its instance type; else the catalogue's."""
    kind = group.instance_type or ""
    stated = planning.prices.get(name) or planning.prices.get(kind)
    known = price(kind, planning.region)
    listed = known.per_hour if known else None
    if stated is None:
        source = known.source if known else f"no price of {kind or name} in {planning.region}"
        return _price(listed, planning, known.derived if known else False, source)
    return NodePrice(
        on_demand=stated.on_demand or listed,
        spot=stated.spot,
        reserved=stated.reserved,
        currency=currency(planning.region),
        derived=False,
        source=f"{stated.source}, {stated.as_of}",
    )


def _price(listed: float | None, planning: PlanningSpec, derived: bool, source: str) -> NodePrice:
    return NodePrice(
        on_demand=listed,
        spot=None,
        reserved=None,
        currency=currency(planning.region),
        derived=derived,
        source=source,
    )


def hourly_by_model(placement: Placement, prices: Mapping[str, NodePrice]) -> dict[str, float]:
    """On-demand cost of an hour by model, and under IDLE and NO_GPU of what no model uses.

    A node's price is divided by its GPUs, so the parts sum to the whole; nodes without a price
    count nothing.
    """
    by_model: dict[str, float] = {}
    for node in placement.nodes:
        for owner, share in _shares(node).items():
            cost = (prices[node.group].on_demand or 0.0) * share
            by_model[owner] = by_model.get(owner, 0.0) + cost
    return by_model


def hourly_by_group(placement: Placement, prices: Mapping[str, NodePrice]) -> dict[str, float]:
    """On-demand cost of an hour by node group."""
    return {
        group: (cost.on_demand or 0.0) * len(placement.of_group(group))
        for group, cost in prices.items()
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
