"""What a stack says for the plan only: prices, budgets, quotas, and what is worth a warning."""

from datetime import date
from typing import Literal

from pydantic import Field

from components.types import AtLeastOne, Count, DnsLabel, Positive, Spec

Scale = Literal["minimum", "expected", "maximum"]
SCALES: tuple[Scale, ...] = ("minimum", "expected", "maximum")
Purchase = Literal["on_demand", "spot", "reserved"]
PURCHASES: tuple[Purchase, ...] = ("on_demand", "spot", "reserved")


class StatedPrice(Spec):
    """What an hour of one node costs its buyer; `source` says who says so, and `as_of` when."""

    on_demand: Positive | None = None
    spot: Positive | None = None
    reserved: Positive | None = None
    source: str
    as_of: date


class Throughput(Spec):
    """Output tokens a second of one replica, measured or stated; never invented here."""

    output_tokens_per_second: Positive
    source: str


class Budget(Spec):
    """The most a month may cost at `scale`; crossing it is refused, or only warned about."""

    monthly: Positive
    scale: Scale = "expected"
    crossing: Literal["refuse", "warn"] = "refuse"


class Budgets(Spec):
    """For the stack, and for each tenant."""

    stack: Budget | None = None
    tenants: dict[DnsLabel, Budget] = Field(default_factory=dict)


class Quotas(Spec):
    """The account's limits: vCPUs of G and P instances, on demand and spot; None where unknown."""

    g_vcpus: Count | None = None
    p_vcpus: Count | None = None
    g_spot_vcpus: Count | None = None
    p_spot_vcpus: Count | None = None


class Waiver(Spec):
    """A rule that does not hold `about` one entry (`models.x`), until `expires`, and why."""

    rule: str
    about: str
    reason: str = Field(min_length=1)
    expires: date


class PlanningSpec(Spec):
    """`region` decides prices and currency, where it is not the cluster's own.

    `typical_context` is what requests are like, in tokens; a replica that holds fewer than
    `min_concurrency` of them at once is warned about. `prices` are by instance type or node group,
    `throughput` by model, and `zones` names, by instance type, the zones that offer it.
    """

    region: str | None = None
    typical_context: AtLeastOne = 2048
    min_concurrency: AtLeastOne = 4
    prices: dict[str, StatedPrice] = Field(default_factory=dict)
    throughput: dict[DnsLabel, Throughput] = Field(default_factory=dict)
    budgets: Budgets = Budgets()
    quotas: Quotas = Quotas()
    zones: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
