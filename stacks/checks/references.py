"""Every name that one section uses, another one defines."""

from collections.abc import Iterator, Mapping
from typing import Any

from components.job.spec import JobSpec
from components.model.spec import ModelSpec
from components.nearest import did_you_mean
from components.tenant.spec import TenantSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem

Named = tuple[Path, str | None, str]
"""Where a name is used, the name, and the section that must have it."""


def references(config: StackConfig) -> Iterator[Problem]:
    """Models, jobs and tenants name tenants, groups, queues and priorities; queues name queues."""
    for path, name, section in _named(config):
        known: Mapping[str, Any] = getattr(config, section)
        if name is not None and name not in known:
            what = f"`{name}` is not among the {section}"
            yield Problem(path, what, did_you_mean(name, known), about=(section, name))


def _named(config: StackConfig) -> Iterator[Named]:
    yield from _placed("models", config.models)
    for key, model in config.models.items():
        yield ("models", key, "reserve"), model.reserve, "priorities"
    yield from _placed("jobs", config.jobs)
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


def _placed(section: str, entries: Mapping[str, ModelSpec | JobSpec]) -> Iterator[Named]:
    """Whatever runs on a node says for whom, where, and in which line it waits."""
    for key, one in entries.items():
        yield (section, key, "tenant"), one.tenant, "tenants"
        yield (section, key, "node_group"), one.node_group, "node_groups"
        yield (section, key, "queue"), one.queue, "queues"
        yield (section, key, "priority"), one.priority, "priorities"


def _lists(key: str, tenant: TenantSpec) -> Iterator[Named]:
    named = (
        ("priorities", tenant.priorities or (), "priorities"),
        ("node_groups", tenant.node_groups or (), "node_groups"),
        ("open_to", tenant.open_to, "tenants"),
    )
    for field, names, section in named:
        for index, name in enumerate(names):
            yield ("tenants", key, field, index), name, section
