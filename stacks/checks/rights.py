"""Models and jobs use the priorities and nodes that their tenant was given, and no others."""

from collections.abc import Collection, Iterator

from components.model.spec import ModelSpec
from components.tenant.spec import TenantSpec
from stacks.config import StackConfig
from stacks.problem import Path, Problem
from stacks.tenancy import allowed_priorities

Use = tuple[Path, str, str | None]
"""Where it is said, what it is about, and the name."""


def rights(config: StackConfig) -> Iterator[Problem]:
    """Refuses what is outside of the tenant's rights, where it is said."""
    for key, model in config.models.items():
        used = (*_named("models", key, model.node_group, model.priority), _reserve(key, model))
        yield from _refused(config, model.tenant, used)
    for key, job in config.jobs.items():
        named = _named("jobs", key, job.node_group, job.priority)
        yield from _refused(config, job.tenant, named)


def _named(section: str, key: str, node_group: str, priority: str | None) -> tuple[Use, Use]:
    group: Use = ((section, key, "node_group"), "node_groups", node_group)
    return group, ((section, key, "priority"), "priorities", priority)


def _reserve(key: str, model: ModelSpec) -> Use:
    return ("models", key, "reserve"), "priorities", model.reserve


def _refused(config: StackConfig, tenant: str, used: Collection[Use]) -> Iterator[Problem]:
    spec = config.tenants.get(tenant)
    for path, about, name in used if spec else ():
        assert spec is not None
        allowed = _allowed(spec, about)
        if name is not None and allowed is not None and name not in allowed:
            may = ", ".join(sorted(allowed)) or "none"
            yield Problem(path, f"`{name}` is not for tenant `{tenant}`", f"it may use: {may}")


def _allowed(tenant: TenantSpec, about: str) -> Collection[str] | None:
    return tenant.node_groups if about == "node_groups" else allowed_priorities(tenant)
