"""The training jobs of a stack, each in its tenant's namespace."""

import pulumi

from components.job.component import Job, JobArgs
from components.tenant.component import Tenant
from stacks.config import StackConfig
from stacks.trained import trained


def jobs(config: StackConfig, teams: dict[str, Tenant], opts: pulumi.ResourceOptions) -> list[Job]:
    """All of them; Volcano finds their queues and priorities before it."""
    return [
        Job(
            name,
            JobArgs(
                job=one.job,
                claims=one.claims,
                namespace=teams[config.jobs[name].tenant].namespace,
            ),
            opts,
        )
        for name, one in trained(config).items()
    ]
