"""Queues and priorities for a terminal: who is promised what, and who gives way to whom."""

from rich.console import Group, RenderableType
from rich.table import Table

from planning.report.document.document import Document
from planning.report.terminal.table import WORDS, table
from planning.report.words import MEANING, amount, gpus, queue_name, range_of


def queues(document: Document) -> Table:
    """In whole GPUs; the last row is all that there is to share."""
    promises = ("guarantee", "deserved", "capability", "at most")
    drawn = table("queue", *promises, "models", "jobs", f"{document['currency']}/h")
    costs = document["cost"]["by_queue"]
    for queue in document["queues"]:
        promised = (gpus(queue[kind]) for kind in ("guarantee", "deserved", "capability"))
        asked = (
            range_of(str(queue[who]["minimum"]), str(queue[who]["maximum"]))
            for who in ("models", "jobs")
        )
        cost = [amount(costs[scale].get(queue["name"], 0.0)) for scale in ("minimum", "maximum")]
        drawn.add_row(
            queue_name(queue), *promised, f"{queue['at_most']:g}", *asked, range_of(*cost)
        )
    pool = document["pool_gpus"]
    drawn.add_section()
    least, most = f"{pool['minimum']:g}", f"{pool['maximum']:g}"
    drawn.add_row("GPUs of all nodes", "", "", "", range_of(least, most), *("",) * 3, style="bold")
    return drawn


def priorities(document: Document) -> RenderableType:
    """What a waiting pod of the row does to a running one of the column."""
    names = [one["name"] for one in document["priorities"]]
    drawn = table("class", "value", *(f"to {name}" for name in names), words=WORDS)
    for one in document["priorities"]:
        cells = (one["to"].get(name, "-") for name in names)
        drawn.add_row(one["name"], str(one["value"]), *cells)
    return Group(drawn, f"[dim]{MEANING}[/]")
