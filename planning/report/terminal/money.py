"""Node groups, what is left of them, and what they cost whom, for a terminal."""

from rich.console import Group, RenderableType
from rich.table import Table

from planning.report.document.document import Document
from planning.report.terminal.table import table
from planning.report.words import amount, priced, prices_from, range_of


def groups(document: Document) -> RenderableType:
    """Prices of a node by the way it is bought, and of all nodes; `~` is by ratio of the family."""
    drawn = table("group", "type", "GPU", "nodes", "on demand", "spot", "reserved", "an hour")
    for group in document["groups"]:
        price, nodes, hourly = group["price"], group["nodes"], group["hourly"]
        drawn.add_row(
            group["name"],
            group["instance_type"] or "hardware",
            f"{group['gpus_per_node']} {group['gpu']}" if group["gpu"] else "none",
            range_of(str(nodes["minimum"]), str(nodes["maximum"])),
            ("~" if price["derived"] else "") + amount(price["on_demand"]),
            amount(price["spot"]),
            amount(price["reserved"]),
            range_of(amount(hourly["minimum"]), amount(hourly["maximum"])),
        )
    return Group(drawn, f"[dim]{prices_from(document)}[/]")


def room(document: Document) -> Table:
    """What is there and idle at each scale, and what could still come at the largest."""
    columns = (f"idle GPUs at {scale}" for scale in document["totals"])
    drawn = table("group", *columns, "more nodes", "with GPUs")
    for group in document["groups"]:
        if group["gpus_per_node"]:
            idle = (str(number) for number in group["idle_gpus"].values())
            more = group["more_nodes"]
            drawn.add_row(group["name"], *idle, str(more), str(more * group["gpus_per_node"]))
    return drawn


def tenants(document: Document) -> Table:
    """An hour at each scale, and the month that is expected."""
    hours, months = document["cost"]["by_tenant"], document["cost"]["monthly_by_tenant"]
    columns = (f"{scale} {document['currency']}/h" for scale in hours)
    drawn = table("tenant", *columns, "expected month")
    for tenant in hours["maximum"]:
        costs = [amount(hours[scale].get(tenant, 0.0)) for scale in hours]
        drawn.add_row(tenant, *costs, amount(months["expected"].get(tenant, 0.0)))
    return drawn


def tokens(document: Document) -> Table:
    """A million output tokens of the models whose throughput somebody stated."""
    drawn = table("model", f"{document['currency']} for a million output tokens")
    for model in priced(document):
        drawn.add_row(model["name"], amount(model["per_million_tokens"]))
    return drawn
