"""The whole plan as tables for a terminal of 100 columns, one for each question."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planning.plan import Plan
from planning.report.change import change_markdown
from planning.report.document.document import Document
from planning.report.terminal.sharing import priorities, queues
from planning.report.terminal.summary import summary
from planning.report.terminal.table import table
from planning.report.words import amount, counted, listed, range_of

WIDTH = 100
STYLES = {"refusal": "bold red", "warning": "yellow", "waived": "dim"}


def report(plan: Plan, document: Document) -> RenderableType:
    """Everything; the findings last, where the prompt is."""
    tables = [
        summary(plan),
        _groups(document),
        _tenants(document),
        queues(document),
        priorities(document),
        _losses(document),
    ]
    return Group(
        *(part for drawn in tables for part in (drawn, "")),
        *([change_markdown(document["change"])] if document["change"] else []),
        *(_finding(finding) for finding in document["findings"]),
    )


def _groups(document: Document) -> Table:
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
    return drawn


def _tenants(document: Document) -> Table:
    hours, months = document["cost"]["by_tenant"], document["cost"]["monthly_by_tenant"]
    columns = (f"{scale} {document['currency']}/h" for scale in hours)
    drawn = table("tenant", *columns, "expected month")
    for tenant in hours["maximum"]:
        costs = [amount(hours[scale].get(tenant, 0.0)) for scale in hours]
        drawn.add_row(tenant, *costs, amount(months["expected"].get(tenant, 0.0)))
    return drawn


def _losses(document: Document) -> Table:
    drawn = table("without", "waiting", "nobody answers for")
    for loss in document["losses"]:
        drawn.add_row(loss["lost"], counted(loss["waiting"]), listed(loss["down"]) or "none")
    return drawn


def _finding(finding: Document) -> Text:
    level, rule = finding["level"], finding["rule"]
    said = f"{finding['about']}: {finding['what']}; {finding['mend']}"
    return Text.assemble((f"{level} ", STYLES[level]), said, (f" ({rule})", "dim"))
