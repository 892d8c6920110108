"""Every name that one section uses, another one defines."""

from collections.abc import Iterator, Mapping
from typing import Any

from components.nearest import did_you_mean
from components.tenant.spec import TenantSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem


def references(config: StackConfig) -> Iterator[Problem]:
    """Models, jobs and tenants name tenants, groups, queues and priorities; queues name queues."""
    for path, name, section in _named(config):
        known: Mapping[str, Any] = getattr(config, section)
        if name is not None and name not in known:
            what = f"`{name}` is not among the {section}"
            yield Problem(path, what, did_you_mean(name, known), about=(section, name))


def _named(config: StackConfig) -> Iterator[tuple[Path, str | None, str]]:
    for key, model in config.models.items():
        yield ("models", key, "tenant"), model.tenant, "tenants"
        yield ("models", key, "node_group"), model.node_group, "node_groups"
        yield ("models", key, "queue"), model.queue, "queues"
        yield ("models", key, "priority"), model.priority, "priorities"
        yield ("models", key, "reserve"), model.reserve, "priorities"
    yield from _jobs(config)
    for key, tenant in config.tenants.items():
        yield ("tenants", key, "queue"), tenant.queue, "queues"
        yield ("tenants", key, "priority"), tenant.priority, "priorities"
        yield from _lists(key, tenant)
    for key, graph in config.graphs.items():
        yield ("graphs", key, "tenant"), graph.tenant, "tenants"
    for key, consumer in config.consumers.items():
        yield ("consumers", key, "tenant"), consumer.tenant, "tenants"
    for key, queue in config.queues.items():
        yield ("queues", key, "parent"), queue.parent, "queues"


def _jobs(config: StackConfig) -> Iterator[tuple[Path, str | None, str]]:
    for key, job in config.jobs.items():
        yield ("jobs", key, "tenant"), job.tenant, "tenants"
        yield ("jobs", key, "node_group"), job.node_group, "node_groups"
        yield ("jobs", key, "queue"), job.queue, "queues"
        yield ("jobs", key, "priority"), job.priority, "priorities"


def _lists(key: str, tenant: TenantSpec) -> Iterator[tuple[Path, str | None, str]]:
    named = (
        ("priorities", tenant.priorities or (), "priorities"),
        ("node_groups", tenant.node_groups or (), "node_groups"),
        ("open_to", tenant.open_to, "tenants"),
    )
    for field, names, section in named:
        for index, name in enumerate(names):
            yield ("tenants", key, field, index), name, section
