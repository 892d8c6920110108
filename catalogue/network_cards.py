"""The instance types whose first network card is not an EFA card, so that they have one card more.

Source: `network_cards.csv`. Every other type has as many cards as EFA devices.
"""

import csv
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("network_cards.csv")


@cache
def cards_beside_efa() -> dict[str, int]:
    """How many network cards such a type has, by its name."""
    with FILE.open(newline="") as file:
        return {row["instance_type"]: int(row["cards"]) for row in csv.DictReader(file)}
