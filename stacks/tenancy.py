"""What each tenant may use and reach in its stack, from all sections together."""

from components.node_group.capacity import node_capacity
from components.tenant.objects import Around
from components.tenant.spec import TenantSpec
from stacks.config import StackConfig


def around(config: StackConfig, name: str) -> Around:
    """What is outside of the namespace of tenant `name` and matters inside."""
    groups = [node_capacity(group) for group in config.node_groups.values()]
    allowed = allowed_priorities(config.tenants[name])
    return Around(
        calls=tuple(key for key, other in config.tenants.items() if name in other.open_to),
        forbidden=() if allowed is None else tuple(sorted(set(config.priorities) - allowed)),
        gpu_resources=tuple(sorted({kind for group in groups for kind in group.gpu_resources})),
    )


def allowed_priorities(tenant: TenantSpec) -> set[str] | None:
    """Those that it lists, and its own; None is all."""
    return None if tenant.priorities is None else {tenant.priority, *tenant.priorities}
