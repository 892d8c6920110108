"""The models and what became of them, as a table for a terminal."""

from collections.abc import Sequence

from rich.console import JustifyMethod
from rich.table import Table

from simulation.outcome.outcome import Outcome
from stacks.config import StackConfig

COLUMNS = ("model", "mode", "ready", "GPUs", "node group", "nodes", "queue", "priority", "seconds")
NUMBERS = ("GPUs", "seconds")
STYLES = {"Ready": "green", "Stopped": "dim", "Waiting": "yellow"}


def table(config: StackConfig, found: Sequence[Outcome]) -> Table:
    """One row a model, and under a model that is not Ready the reason Kubernetes gives."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for column in COLUMNS:
        justify: JustifyMethod = "right" if column in NUMBERS else "left"
        drawn.add_column(column, justify=justify, no_wrap=column != "nodes")
    for one in found:
        drawn.add_row(*_row(config, one), style=STYLES[one.state])
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


def reasons(found: Sequence[Outcome]) -> list[str]:
    """A line for each model that has not settled."""
    return [f"{one.name}: {one.reason}" for one in found if one.reason]
