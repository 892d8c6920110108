"""Which instance types a region's price list has: the nearest thing to an offer, with its source.

Source: the price columns of `instances.csv`. A region without a column is one nobody looked at.
"""

import csv
from functools import cache

from catalogue.instances import FILE

COLUMNS = {
    "us-east-1": "usd_h_us_east_1",
    "us-west-2": "usd_h_us_west_2",
    "eu-west-1": "usd_h_eu_west_1",
    "ap-northeast-1": "usd_h_ap_northeast_1",
    "cn-north-1": "cny_h_cn_north_1",
}
UNPRICED = "no on-demand price"
"""What the note of a type says that is sold in reservations only: its absence says nothing."""


@cache
def offered(region: str) -> frozenset[str] | None:
    """The types that `region` has; None where that is not known."""
    column = COLUMNS.get(region)
    if column is None:
        return None
    with FILE.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return frozenset(row["instance_type"] for row in rows if row[column] or UNPRICED in row["note"])
