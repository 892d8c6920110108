"""Workers that must be near each other have a zone that can hold all of them."""

from collections.abc import Iterator
from math import ceil

from components.job.spec import JobSpec
from components.node_group.capacity import node_capacity
from planning.region import zones
from stacks.config import StackConfig
from stacks.problem import Path, Problem
from stacks.trained import worker_resources


def job_near(config: StackConfig) -> Iterator[Problem]:
    """Refuses `near` where it asks nothing, where nobody knows the zones, and where none does."""
    for name, job in config.jobs.items():
        if job.near and job.node_group in config.node_groups:
            yield from _refused(config, ("jobs", name), job)


def _refused(config: StackConfig, path: Path, job: JobSpec) -> Iterator[Problem]:
    group = config.node_groups[job.node_group]
    known = zones(config, group)
    if job.workers == 1:
        yield Problem((*path, "near"), "one worker is near itself", "leave it out")
    elif not known:
        what = f"nobody knows in which zones the nodes of `{job.node_group}` are"
        yield Problem((*path, "near"), what, "name them as its `zones`, or leave it out")
    elif len(known) == 1:
        what = f"`{job.node_group}` is in one zone, and a job that says it preempts nobody"
        yield Problem((*path, "near"), what, "leave it out")
    else:
        yield from _room(path, job, config, len(known))


def _room(path: Path, job: JobSpec, config: StackConfig, count: int) -> Iterator[Problem]:
    """EC2 keeps a group's zones balanced, so each has its part of the nodes."""
    group = config.node_groups[job.node_group]
    node = node_capacity(group)
    worker = worker_resources(job, node)
    nodes = ceil(group.max_nodes / count)
    room = node.holds(job.gpus, worker.cpu, worker.memory_gib) * nodes
    if job.gang > room:
        what = f"starts with {job.gang} workers in one zone, `{job.node_group}` holds {room} there"
        yield Problem((*path, "near"), what, "give it a group in one zone, or leave it out")
