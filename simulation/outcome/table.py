"""The models and jobs and what became of them, as tables for a terminal."""

from collections.abc import Sequence

from rich.console import JustifyMethod
from rich.table import Table

from simulation.outcome.outcome import Outcome
from simulation.outcome.training import FAILED, PLACED, JobOutcome
from stacks.config import StackConfig
from stacks.trained import placed_job

COLUMNS = ("model", "mode", "ready", "GPUs", "node group", "nodes", "queue", "priority", "seconds")
JOB_COLUMNS = ("job", "phase", "running", "GPUs", "node group", "nodes", "queue", "priority")
NUMBERS = ("GPUs", "seconds")
STYLES = {"Ready": "green", "Stopped": "dim", "Waiting": "yellow"}


def table(config: StackConfig, found: Sequence[Outcome]) -> Table:
    """One row a model; why one is not Ready is told by `reasons`."""
    drawn = _table(COLUMNS)
    for one in found:
        drawn.add_row(*_row(config, one), style=STYLES[one.state])
    return drawn


def job_table(config: StackConfig, found: Sequence[JobOutcome]) -> Table:
    """One row a job: the phase that Volcano gives it, and how many of its pods run."""
    drawn = _table(JOB_COLUMNS)
    for one in found:
        style = "green" if one.phase in PLACED else "red" if one.phase in FAILED else "yellow"
        drawn.add_row(*_job_row(config, one), style=style)
    return drawn


def _table(columns: Sequence[str]) -> Table:
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        justify: JustifyMethod = "right" if column in NUMBERS else "left"
        drawn.add_column(column, justify=justify, no_wrap=column != "nodes")
    return drawn


def _row(config: StackConfig, one: Outcome) -> tuple[str, ...]:
    model = config.models[one.name]
    tenant = config.tenants[model.tenant]
    ready = "stopped" if one.state == "Stopped" else f"{one.replicas_ready}/{one.replicas_asked}"
    return (
        one.name,
        model.mode,
        ready,
        str(one.gpus),
        one.node_group,
        ", ".join(one.nodes) or "-",
        model.queue or tenant.queue,
        model.priority or tenant.priority,
        "-" if one.seconds_to_ready is None else f"{one.seconds_to_ready:.0f}",
    )


def _job_row(config: StackConfig, one: JobOutcome) -> tuple[str, ...]:
    place = placed_job(config.jobs[one.name], config)
    return (
        one.name,
        one.phase,
        f"{one.running}/{one.asked}",
        str(one.gpus),
        one.node_group,
        ", ".join(one.nodes) or "-",
        place.queue,
        place.priority,
    )


def remarks(found: Sequence[JobOutcome]) -> list[str]:
    """A line for each job that does not run."""
    return [f"{one.name}: {one.remark}" for one in found if one.remark]


def reasons(found: Sequence[Outcome]) -> list[str]:
    """A line for each model that has not settled."""
    return [f"{one.name}: {one.reason}" for one in found if one.reason]
