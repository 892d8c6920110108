"""A model uses the priorities and the nodes that its tenant was given, and no others."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem
from stacks.tenancy import allowed_priorities


def rights(config: StackConfig) -> Iterator[Problem]:
    """Refuses what is outside of the tenant's rights, where the model says it."""
    for name, model in config.models.items():
        tenant = config.tenants.get(model.tenant)
        if tenant is None:
            continue
        priorities = allowed_priorities(tenant)
        used = (
            ("node_group", model.node_group, tenant.node_groups),
            ("priority", model.priority, priorities),
            ("reserve", model.reserve, priorities),
        )
        for field, value, allowed in used:
            if value is not None and allowed is not None and value not in allowed:
                what = f"`{value}` is not for tenant `{model.tenant}`"
                may = ", ".join(sorted(allowed)) or "none"
                yield Problem(("models", name, field), what, f"it may use: {may}")
