"""The plan as tables for a terminal of 100 columns; `summary` is the part for a first minute."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from planning.plan import ModelPlan, Plan
from planning.report.change import change_markdown
from planning.report.document.document import Document
from planning.report.words import amount, concurrency, gib, range_of, verdict

WIDTH = 100
LEFT = {"model", "node group", "group", "type", "fits", "what", "about", "without", "tenant", "GPU"}
STYLES = {"refusal": "bold red", "warning": "yellow", "waived": "dim"}


def summary(plan: Plan) -> Table:
    """Models, where they run, whether they fit and what they cost at minimum."""
    money = f"{plan.currency}/h"
    table = _table("model", "node group", "GPUs", "replicas", "KV cache", "at once", "fits", money)
    for model in plan.models:
        table.add_row(*_model_row(plan, model))
    low, high = plan.scales["minimum"].hourly, plan.scales["maximum"].hourly
    blank = ("",) * 6
    table.add_section()
    table.add_row("all nodes", *blank, range_of(amount(low), amount(high)), style="bold")
    return table


def report(plan: Plan, document: Document) -> RenderableType:
    """Everything, one table for each question."""
    return Group(
        summary(plan),
        "",
        _groups(document),
        "",
        _tenants(document),
        "",
        _losses(document),
        "",
        *([change_markdown(document["change"])] if document["change"] else []),
        *(_finding(finding) for finding in document["findings"]),
    )


def _model_row(plan: Plan, model: ModelPlan) -> tuple[str, ...]:
    low, high = model.replicas["minimum"], model.replicas["maximum"]
    return (
        model.name,
        model.spec.node_group,
        str(model.spec.gpus),
        range_of(str(low), str(high)),
        gib(model),
        concurrency(model, plan.config.planning.typical_context),
        verdict(model),
        range_of(amount(model.hourly["minimum"]), amount(model.hourly["maximum"])),
    )


def _groups(document: Document) -> Table:
    table = _table("group", "type", "GPU", "nodes", "on demand", "spot", "reserved", "an hour")
    for group in document["groups"]:
        price, nodes, hourly = group["price"], group["nodes"], group["hourly"]
        table.add_row(
            group["name"],
            group["instance_type"] or "hardware",
            f"{group['gpus_per_node']} {group['gpu']}" if group["gpu"] else "none",
            range_of(str(nodes["minimum"]), str(nodes["maximum"])),
            ("~" if price["derived"] else "") + amount(price["on_demand"]),
            amount(price["spot"]),
            amount(price["reserved"]),
            range_of(amount(hourly["minimum"]), amount(hourly["maximum"])),
        )
    return table


def _tenants(document: Document) -> Table:
    costs = document["cost"]["by_tenant"]
    table = _table("tenant", *(f"{scale} {document['currency']}/h" for scale in costs))
    for tenant in costs["maximum"]:
        table.add_row(tenant, *(amount(costs[scale].get(tenant, 0.0)) for scale in costs))
    return table


def _losses(document: Document) -> Table:
    table = _table("without", "waiting", "nobody answers for")
    for loss in document["losses"]:
        waiting = ", ".join(f"{number} {model}" for model, number in loss["waiting"].items())
        table.add_row(loss["lost"], waiting, ", ".join(loss["down"]) or "none")
    return table


def _finding(finding: Document) -> Text:
    level, rule = finding["level"], finding["rule"]
    said = f"{finding['about']}: {finding['what']}; {finding['mend']}"
    return Text.assemble((f"{level} ", STYLES[level]), said, (f" ({rule})", "dim"))


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, justify="left" if column in LEFT else "right", overflow="fold")
    return table
