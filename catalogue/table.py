"""A table of the catalogue: a CSV file beside this one."""

import csv
from pathlib import Path

FOLDER = Path(__file__).parent

Row = dict[str, str]


def rows(name: str) -> list[Row]:
    """Every row of `name`.csv, by column."""
    with (FOLDER / f"{name}.csv").open(newline="") as file:
        return list(csv.DictReader(file))
