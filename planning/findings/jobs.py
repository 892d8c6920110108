"""What to know about training jobs: never started, started late, or displaced when models grow."""

from collections.abc import Iterator

from planning.findings.finding import Finding
from planning.job_plan import JobPlan
from planning.plan import Plan
from planning.pod import JOB


def jobs(plan: Plan) -> Iterator[Finding]:
    """Refused is what can never start while the models run at their least."""
    displaced = {pod.about for pod in plan.preempted}
    for job in plan.jobs:
        if job.starts == "never":
            yield _never(plan, job)
        elif job.starts == "after other jobs":
            yield _late(plan, job)
        elif f"{JOB}{job.name}" in displaced:
            yield _displaced(job)


def _never(plan: Plan, job: JobPlan) -> Finding:
    group = job.spec.node_group
    return Finding(
        level="refusal",
        rule="job-never-starts",
        about=f"{JOB}{job.name}",
        what=f"its {job.spec.gang} workers find no room beside the models at minimum scale: "
        f"`{group}` ends at {plan.config.node_groups[group].max_nodes} nodes",
        mend=f"raise max_nodes of `{group}`, ask for less, or lower min_workers",
    )


def _late(plan: Plan, job: JobPlan) -> Finding:
    return Finding(
        level="warning",
        rule="job-waits-for-jobs",
        about=f"{JOB}{job.name}",
        what="starts only when other jobs have ended: they have their places before it",
        mend=f"raise max_nodes of `{job.spec.node_group}`, or accept it: it waits in its queue",
    )


def _displaced(job: JobPlan) -> Finding:
    return Finding(
        level="warning",
        rule="job-preempted",
        about=f"{JOB}{job.name}",
        what="gives way when the models scale to their maximum, and loses up to "
        f"{job.spec.loses_minutes} minutes of work each time",
        mend="raise max_nodes, or accept it: it is preemptable",
    )
