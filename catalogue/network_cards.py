"""The instance types whose first network card is not an EFA card, so that they have one card more.

Source: `network_cards.csv`. Every other type has as many cards as EFA devices.
"""

from functools import cache

from catalogue.table import rows


@cache
def cards_beside_efa() -> dict[str, int]:
    """How many network cards such a type has, by its name."""
    return {row["instance_type"]: int(row["cards"]) for row in rows("network_cards")}
