"""A gang starts whole or never: its nodes, its queue and its tenant's quota can hold all of it."""

from collections.abc import Iterator

from components.job.spec import JobSpec
from components.node_group.capacity import MIB_PER_GIB, NodeCapacity, node_capacity
from components.node_group.scheduling import GPU_RESOURCE
from components.queue.arithmetic import AMOUNTS, said
from components.tenant.spec import Size
from stacks.checks.queue_tree import queue_tree
from stacks.config import StackConfig
from stacks.problem import Path, Problem
from stacks.queues import beyond
from stacks.trained import worker_resources

MEND = "ask for fewer workers, or say with min_workers how few it can start with"


def job_room(config: StackConfig) -> Iterator[Problem]:
    """Nothing about what does not exist: the references say that."""
    for name, job in config.jobs.items():
        if job.node_group in config.node_groups:
            yield from _on_nodes(config, ("jobs", name), job)
            yield from _in_queue(config, ("jobs", name), job)
            yield from _in_quota(config, ("jobs", name), job)


def _on_nodes(config: StackConfig, path: Path, job: JobSpec) -> Iterator[Problem]:
    group = config.node_groups[job.node_group]
    if job.gpus and group.sharing is not None:
        what = f"trains on whole GPUs, and `{job.node_group}` shares its own"
        yield Problem((*path, "node_group"), what, "name a group without `sharing`")
        return
    node = node_capacity(group)
    worker = worker_resources(job, node)
    larger = list(_larger(path, job, worker, node))
    yield from larger
    room = node.holds(job.gpus, worker.cpu, worker.memory_gib) * group.max_nodes
    if not larger and job.gang > room:
        what = f"starts with {job.gang} workers, `{job.node_group}` holds {room}"
        yield Problem((*path, "workers"), what, MEND)


def _larger(path: Path, job: JobSpec, worker: Size, node: NodeCapacity) -> Iterator[Problem]:
    """A worker that no node of the group can hold, by what it asks too much of."""
    there = node.gpu_resources.get(GPU_RESOURCE, 0)
    on = f"on one node of `{job.node_group}`"
    if job.gpus > there:
        what = f"asks for {job.gpus} GPUs a worker, {there} are {on}"
        yield Problem((*path, "gpus"), what, "ask for fewer, with more workers")
    if worker.cpu > node.cpu:
        what = f"asks for {worker.cpu:g} CPU a worker, {node.cpu:g} are allocatable {on}"
        yield Problem((*path, "resources", "cpu"), what, "ask for less")
    if worker.memory_gib > node.memory_mib / MIB_PER_GIB:
        have = f"{node.memory_mib / MIB_PER_GIB:.1f} are allocatable {on}"
        what = f"asks for {worker.memory_gib:g} GiB of memory a worker, {have}"
        yield Problem((*path, "resources", "memory_gib"), what, "ask for less")


def _gang(config: StackConfig, job: JobSpec) -> dict[str, float]:
    """What it starts with, by the queues' names for amounts."""
    worker = worker_resources(job, node_capacity(config.node_groups[job.node_group]))
    each = {"gpus": job.gpus, "cpu": worker.cpu, "memory_gib": worker.memory_gib}
    return {amount: job.gang * number for amount, number in each.items()}


def _in_queue(config: StackConfig, path: Path, job: JobSpec) -> Iterator[Problem]:
    tenant = config.tenants.get(job.tenant)
    queue = job.queue or (tenant.queue if tenant else None)
    if queue is None or queue not in config.queues or any(queue_tree(config)):
        return
    for _, what in beyond(config, queue, _gang(config, job)):
        yield Problem((*path, "workers"), f"starts with {what}", MEND)


def _in_quota(config: StackConfig, path: Path, job: JobSpec) -> Iterator[Problem]:
    tenant = config.tenants.get(job.tenant)
    for amount, number in _gang(config, job).items():
        most = said(tenant.quota if tenant else None, amount)
        if most is not None and number > most:
            unit = AMOUNTS[amount]
            what = f"starts with {number:g} {unit}, tenant `{job.tenant}` may have {most:g}"
            yield Problem((*path, "workers"), what, MEND)
