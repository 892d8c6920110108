"""What an EC2 instance type costs an hour on demand: dated figures, and where there is none, none.

Source: the price columns of `instances.csv`; a `~` marks a figure derived by family ratio.
"""

import csv
from dataclasses import dataclass
from functools import cache

from catalogue.instances import FILE

REGIONS = {
    "us-east-1": ("usd_h_us_east_1", "USD"),
    "us-west-2": ("usd_h_us_west_2", "USD"),
    "eu-west-1": ("usd_h_eu_west_1", "USD"),
    "ap-northeast-1": ("usd_h_ap_northeast_1", "USD"),
    "cn-north-1": ("cny_h_cn_north_1", "CNY"),
}


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
    if region not in REGIONS:
        return None
    column, money = REGIONS[region]
    row = _rows().get(instance_type, {})
    figure = row.get(column, "")
    if not figure:
        return None
    return Price(
        per_hour=float(figure.removeprefix("~")),
        currency=money,
        derived=figure.startswith("~"),
        source=row["price_source"],
    )


@cache
def _rows() -> dict[str, dict[str, str]]:
    with FILE.open(newline="") as file:
        return {row["instance_type"]: row for row in csv.DictReader(file)}
