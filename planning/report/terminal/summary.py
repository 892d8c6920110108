"""The part of a plan for a first minute: models, jobs, whether they fit, what they cost."""

from rich.console import Group, RenderableType
from rich.table import Table

from planning.job_plan import JobPlan
from planning.model_plan import ModelPlan
from planning.plan import Plan
from planning.report.terminal.table import table
from planning.report.words import amount, concurrency, duration, gib, range_of, verdict


def summary(plan: Plan) -> RenderableType:
    """Models with the cost of all nodes, and the jobs below them where there are any."""
    return Group(_models(plan), "", _jobs(plan)) if plan.jobs else _models(plan)


def _models(plan: Plan) -> Table:
    money = f"{plan.currency}/h"
    drawn = table("model", "node group", "GPUs", "replicas", "KV cache", "at once", "fits", money)
    for model in plan.models:
        drawn.add_row(*_model_row(plan, model))
    least, most = plan.scales["minimum"], plan.scales["maximum"]
    blank = ("",) * 6
    drawn.add_section()
    if plan.jobs:
        drawn.add_row("without jobs", *blank, _range(least.standing, most.standing))
    drawn.add_row("all nodes", *blank, _range(least.hourly, most.hourly), style="bold")
    drawn.add_row("a month", *blank, _range(least.monthly, most.monthly))
    return drawn


def _model_row(plan: Plan, model: ModelPlan) -> tuple[str, ...]:
    low, high = model.replicas["minimum"], model.replicas["maximum"]
    nodes = f"{model.spec.nodes} x " if model.spec.nodes > 1 else ""
    return (
        model.name,
        model.spec.node_group,
        f"{nodes}{model.spec.gpus}",
        range_of(str(low), str(high)),
        gib(model),
        concurrency(model, plan.config.planning.typical_context),
        verdict(model),
        _range(model.hourly["minimum"], model.hourly["maximum"]),
    )


def _jobs(plan: Plan) -> Table:
    money = f"{plan.currency}/h"
    columns = ("workers", "GPUs", "starts", "runs", "may lose", money, "a run")
    drawn = table("job", "node group", *columns)
    for job in plan.jobs:
        drawn.add_row(*_job_row(job))
    return drawn


def _job_row(job: JobPlan) -> tuple[str, ...]:
    low, high = job.workers["minimum"], job.workers["maximum"]
    return (
        job.name,
        job.spec.node_group,
        range_of(str(low), str(high)),
        str(job.spec.gpus),
        job.starts,
        duration(job.spec.runs_minutes),
        duration(job.spec.loses_minutes) if job.spec.preemptable else "nothing",
        _range(job.hourly["minimum"], job.hourly["maximum"]),
        amount(job.run_cost),
    )


def _range(low: float, high: float) -> str:
    return range_of(amount(low), amount(high))
