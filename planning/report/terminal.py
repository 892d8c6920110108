"""The plan as tables for a terminal of 100 columns; `summary` is the part for a first minute."""

from rich.console import Group, RenderableType
from rich.table import Table

from planning.plan import ModelPlan, Plan
from planning.report.words import amount, concurrency, gib, range_of, verdict

WIDTH = 100


def summary(plan: Plan) -> Table:
    """Models, where they run, whether they fit and what they cost at minimum."""
    table = _table(
        "model",
        "node group",
        "GPUs",
        "replicas",
        "KV cache",
        "at once",
        "fits",
        f"{plan.currency}/h",
    )
    for model in plan.models:
        table.add_row(*_model_row(plan, model))
    total = plan.scales["minimum"].hourly, plan.scales["maximum"].hourly
    table.add_section()
    table.add_row("all nodes", "", "", "", "", "", "", range_of(*map(amount, total)), style="bold")
    return table


def report(plan: Plan) -> RenderableType:
    """Everything, one table for each question."""
    return Group(summary(plan))


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


def _table(*columns: str) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0), width=WIDTH)
    for column in columns:
        table.add_column(column, justify="left" if column in LEFT else "right", overflow="fold")
    return table


LEFT = {"model", "node group", "fits", "what", "rule", "about", "lost"}
