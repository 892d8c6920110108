"""The pods of a training job while it runs: a gang that starts it, and more where there is room."""

from collections.abc import Iterator

from components.job.manifest import WORKER
from components.job.spec import JobSpec
from components.node_group.scheduling import GPU_RESOURCE
from planning.month import HOURS_PER_MONTH, run_hours
from planning.pod import JOB, Gang, Pod
from planning.replicas import between
from planning.spec import Scale
from stacks.config import StackConfig
from stacks.trained import placed_job


def workers(spec: JobSpec, scale: Scale) -> int:
    """From those without which it does not start up to all."""
    return between(spec.gang, spec.workers, scale)


def job_gangs(config: StackConfig, name: str, scale: Scale) -> Iterator[Gang]:
    """Those that start together, and each further one by itself."""
    spec = config.jobs[name]
    made = [_worker(config, name, index) for index in range(workers(spec, scale))]
    yield tuple(made[: spec.gang])
    yield from ((one,) for one in made[spec.gang :])


def _worker(config: StackConfig, name: str, index: int) -> Pod:
    spec = config.jobs[name]
    place = placed_job(spec, config)
    return Pod(
        about=f"{JOB}{name}",
        name=f"{name}-{WORKER}-{index}",
        index=index,
        gang=f"{JOB}{name}",
        together=spec.gang,
        node_group=spec.node_group,
        gpu_resource=GPU_RESOURCE,
        gpus=spec.gpus,
        cpu=place.resources.cpu,
        memory_gib=place.resources.memory_gib,
        priority=config.priorities[place.priority].value,
        standing=index < spec.gang,
        preemptable=spec.preemptable,
        answers=False,
        near=spec.near is not None,
        hours=min(run_hours(spec), HOURS_PER_MONTH),
    )
