"""What an EC2 instance type costs an hour on demand: dated figures, and where there is none, none.

Source: the price columns of `instances.csv`; a `~` marks a figure derived by family ratio.
"""

from dataclasses import dataclass
from functools import cache

from catalogue.instances import TABLE
from catalogue.table import Row, rows

COLUMNS = {
    "us-east-1": "usd_h_us_east_1",
    "us-west-2": "usd_h_us_west_2",
    "eu-west-1": "usd_h_eu_west_1",
    "ap-northeast-1": "usd_h_ap_northeast_1",
    "cn-north-1": "cny_h_cn_north_1",
}
"""Where each region's price stands, in the currency of its partition."""


@dataclass(frozen=True, kw_only=True)
class Price:
    """One hour of one instance, in the currency of its partition."""

    per_hour: float
    currency: str
    derived: bool
    source: str


def currency(region: str) -> str:
    """What the partition of `region` bills in."""
    return "CNY" if region.startswith("cn-") else "USD"


def price(instance_type: str, region: str) -> Price | None:
    """The on-demand price, or None where this catalogue knows none."""
    row = _rows().get(instance_type, {})
    figure = row.get(COLUMNS.get(region, ""), "")
    if not figure:
        return None
    return Price(
        per_hour=float(figure.removeprefix("~")),
        currency=currency(region),
        derived=figure.startswith("~"),
        source=row["price_source"],
    )


@cache
def _rows() -> dict[str, Row]:
    return {row["instance_type"]: row for row in rows(TABLE)}
