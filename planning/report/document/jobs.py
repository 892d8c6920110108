"""The training jobs of a plan as plain data."""

from typing import Any

from planning.job_plan import JobPlan
from planning.plan import Plan

Plain = dict[str, Any]


def jobs(plan: Plan) -> list[Plain]:
    """Every job, in the order of the stack."""
    return [_job(job) for job in plan.jobs]


def _job(job: JobPlan) -> Plain:
    spec = job.spec
    return {
        "name": job.name,
        "tenant": spec.tenant,
        "queue": job.queue,
        "priority": job.priority,
        "node_group": spec.node_group,
        "gpus": spec.gpus,
        "workers": job.workers,
        "placed": job.placed,
        "starts": job.starts,
        "preemptable": spec.preemptable,
        "runs_minutes": spec.runs_minutes,
        "loses_minutes": spec.loses_minutes,
        "checkpoint_claim": spec.checkpoint.claim if spec.checkpoint else None,
        "hourly": {scale: round(cost, 4) for scale, cost in job.hourly.items()},
        "run_cost": None if job.run_cost is None else round(job.run_cost, 2),
    }
