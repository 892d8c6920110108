"""An inspection, as somebody reads it."""

from collections import Counter

from rich.table import Table

from simulation.inspection.inspection import Inspection


def summary(found: Inspection) -> Table:
    """A row for each checker."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    drawn.add_column("checker")
    for column in ("objects", "passed", "excepted", "failed"):
        drawn.add_column(column, justify="right")
    for scan in found.scans:
        excepted = sum(one in found.sorted.excepted for one in scan.findings)
        left = len(scan.findings) - excepted
        figures = (len(scan.seen), scan.passed, excepted, left)
        drawn.add_row(scan.tool, *map(str, figures), style="red" if left else "green")
    return drawn


def kinds(found: Inspection) -> str:
    """How many objects of which kind were written out."""
    counted = Counter(made["kind"] for made in found.objects)
    return ", ".join(f"{count} {kind}" for kind, count in sorted(counted.items()))
