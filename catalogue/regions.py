"""Which instance types a region's price list has: the nearest thing to an offer, with its source.

Source: the price columns of `instances.csv`. A region without a column is one nobody looked at.
"""

from functools import cache

from catalogue.instances import TABLE
from catalogue.prices import COLUMNS
from catalogue.table import rows

UNPRICED = "no on-demand price"
"""What the note of a type says that is sold in reservations only: its absence says nothing."""


@cache
def offered(region: str) -> frozenset[str] | None:
    """The types that `region` has; None where that is not known."""
    column = COLUMNS.get(region)
    if column is None:
        return None
    return frozenset(
        row["instance_type"] for row in rows(TABLE) if row[column] or UNPRICED in row["note"]
    )
