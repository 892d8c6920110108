"""A job that can be interrupted keeps what it has done, or can afford to lose it."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem


def job_loss(config: StackConfig) -> Iterator[Problem]:
    """Refuses a loss above what the job says it may lose: by preemption, or with a spot node."""
    for name, job in config.jobs.items():
        group = config.node_groups.get(job.node_group)
        on_spot = group is not None and group.spot is not None
        if (job.preemptable or on_spot) and job.loses_minutes > job.may_lose_minutes:
            how = "preemptable" if job.preemptable else f"on spot nodes (`{job.node_group}`)"
            what = f"is {how} and can lose {job.loses_minutes} minutes of work, {{}} are affordable"
            yield Problem(
                ("jobs", name, "checkpoint"),
                what.format(job.may_lose_minutes),
                "keep a checkpoint more often, raise may_lose_minutes, or protect it",
            )
