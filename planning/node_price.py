"""What an hour of one node of a group costs, who says so, and how it is bought."""

from dataclasses import dataclass

from catalogue.prices import Price, currency, price
from components.node_group.spec import NodeGroupSpec
from planning.region import region
from planning.spec import Purchase
from stacks.config import StackConfig


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
