"""A gang starts whole or never: its nodes, its queue and its tenant's quota can hold all of it."""

from collections.abc import Iterator

from components.job.spec import JobSpec
from components.node_group.capacity import NodeCapacity, node_capacity
from components.node_group.scheduling import GPU_RESOURCE
from components.queue.arithmetic import most
from stacks.checks.queue_tree import queue_tree
from stacks.config import StackConfig
from stacks.problem import Path, Problem
from stacks.queues import pool

MEND = "ask for fewer workers, or say with min_workers how few it can start with"


def job_room(config: StackConfig) -> Iterator[Problem]:
    """Nothing about what does not exist: the references say that."""
    for name, job in config.jobs.items():
        yield from _on_nodes(config, ("jobs", name), job)
        yield from _in_queue(config, ("jobs", name), job)
        yield from _in_quota(config, ("jobs", name), job)


def _on_nodes(config: StackConfig, path: Path, job: JobSpec) -> Iterator[Problem]:
    group = config.node_groups.get(job.node_group)
    if group is None or not job.gpus:
        return
    node = node_capacity(group)
    there = node.gpu_resources.get(GPU_RESOURCE, 0)
    if group.sharing is not None:
        what = f"trains on whole GPUs, and `{job.node_group}` shares its own"
        yield Problem((*path, "node_group"), what, "name a group without `sharing`")
    elif job.gpus > there:
        what = f"asks for {job.gpus} GPUs a worker, {there} are on one node of `{job.node_group}`"
        yield Problem((*path, "gpus"), what, "ask for fewer, with more workers")
    elif job.gang > _workers(node, job) * group.max_nodes:
        what = f"starts with {job.gang} workers, `{job.node_group}` holds " + str(
            _workers(node, job) * group.max_nodes
        )
        yield Problem((*path, "workers"), what, MEND)


def _workers(node: NodeCapacity, job: JobSpec) -> int:
    return node.gpu_resources.get(GPU_RESOURCE, 0) // job.gpus


def _in_queue(config: StackConfig, path: Path, job: JobSpec) -> Iterator[Problem]:
    tenant = config.tenants.get(job.tenant)
    queue = job.queue or (tenant.queue if tenant else None)
    if queue not in config.queues or any(queue_tree(config)):
        return
    room = most(config.queues, queue, "gpus", pool(config)["gpus"])
    if job.gang * job.gpus > room:
        what = f"starts with {job.gang * job.gpus} GPUs, `{queue}` can never give more than"
        yield Problem((*path, "workers"), f"{what} {room:g}", MEND)


def _in_quota(config: StackConfig, path: Path, job: JobSpec) -> Iterator[Problem]:
    tenant = config.tenants.get(job.tenant)
    most_gpus = tenant.quota.gpus if tenant and tenant.quota else None
    if most_gpus is not None and job.gang * job.gpus > most_gpus:
        what = f"starts with {job.gang * job.gpus} GPUs, tenant `{job.tenant}` may have {most_gpus}"
        yield Problem((*path, "workers"), what, MEND)
