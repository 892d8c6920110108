"""What a training job will take, cost and wait for."""

from dataclasses import dataclass
from typing import Literal

from components.job.spec import JobSpec
from planning.month import run_hours
from planning.node_price import NodePrice
from planning.placement import Placement, place
from planning.pod import JOB
from planning.spec import SCALES, Scale
from planning.workers import workers
from stacks.config import StackConfig
from stacks.trained import placed_job

Start = Literal["at once", "after other jobs", "never"]


@dataclass(frozen=True, kw_only=True)
class JobPlan:
    """One job. `workers` are asked for and `placed` have room; costs are while it runs.

    `starts` is beside models at their least; `run_cost` is one run with all its workers, None where
    no price is known.
    """

    name: str
    spec: JobSpec
    queue: str
    priority: str
    workers: dict[Scale, int]
    placed: dict[Scale, int]
    hourly: dict[Scale, float]
    starts: Start
    run_cost: float | None


def job_plan(
    config: StackConfig,
    name: str,
    placements: dict[Scale, Placement],
    hourly: dict[Scale, float],
    price: NodePrice,
) -> JobPlan:
    """Of the job `name`, from where everything is placed."""
    spec = config.jobs[name]
    found = placed_job(spec, config)
    room = {scale: _placed(placements[scale], name) for scale in SCALES}
    return JobPlan(
        name=name,
        spec=spec,
        queue=found.queue,
        priority=found.priority,
        workers={scale: workers(spec, scale) for scale in SCALES},
        placed=room,
        hourly=hourly,
        starts="at once" if room["minimum"] else _later(config, name),
        run_cost=_run_cost(config, spec, price),
    )


def _placed(placement: Placement, name: str) -> int:
    return sum(pod.about == f"{JOB}{name}" for node in placement.nodes for pod in node.pods)


def _later(config: StackConfig, name: str) -> Start:
    """When the other jobs have ended, or when a model goes away: nobody promised that it does."""
    alone = config.model_copy(update={"jobs": {name: config.jobs[name]}})
    return "after other jobs" if _placed(place(alone, "minimum"), name) else "never"


def _run_cost(config: StackConfig, spec: JobSpec, price: NodePrice) -> float | None:
    _, gpus, _ = config.node_groups[spec.node_group].gpu()
    if price.paid is None or not gpus:
        return None
    return price.paid * spec.workers * spec.gpus / gpus * run_hours(spec)
