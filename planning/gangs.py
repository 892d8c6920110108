"""Everything that runs at a scale, in the order in which it gets its place."""

from planning.pod import Gang, Pod
from planning.replicas import model_gangs
from planning.spec import Scale
from planning.workers import job_gangs
from stacks.config import StackConfig


def gangs(config: StackConfig, scale: Scale) -> list[Gang]:
    """First what already runs and yields to nobody, then by priority, then the larger pods.

    Of one priority models come before jobs: they were there when the job was submitted.
    """
    found = [
        *(gang for name in config.models for gang in model_gangs(config, name, scale)),
        *(gang for name in config.jobs for gang in job_gangs(config, name, scale)),
    ]
    return sorted(found, key=lambda gang: _order(gang[0]))


def _order(pod: Pod) -> tuple[bool, int, bool, int, str, bool, int]:
    fixed = pod.standing and not pod.preemptable
    larger = (-pod.gpus, pod.about, not pod.standing, pod.index)
    return not fixed, -pod.priority, not pod.lasting, *larger
