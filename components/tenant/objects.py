"""Everything in a tenant's namespace that is not a model: its wall, its share, its people."""

from dataclasses import dataclass

from components.tenant.network import network_policy
from components.tenant.quota import limit_range, limits_of, priority_wall, resource_quota
from components.tenant.roles import access
from components.tenant.spec import TenantSpec
from components.types import Manifest


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a tenant has to know of its stack: whom it may call, what it may not use.

    `calls` are the tenants that are open to it, `forbidden` the priorities of others, and
    `gpu_resources` the names under which the stack's nodes offer GPUs.
    """

    calls: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    gpu_resources: tuple[str, ...] = ()


def objects(name: str, spec: TenantSpec, around: Around) -> dict[str, Manifest]:
    """By what they are to the tenant; each only where the tenant asks for it."""
    found = {"network": network_policy(name, callers=spec.open_to, called=around.calls)}
    if spec.quota is not None:
        found["quota"] = resource_quota(name, spec.quota, around.gpu_resources)
    if around.forbidden:
        found["priorities"] = priority_wall(name, around.forbidden)
    for limits in limits_of(spec):
        found["limits"] = limit_range(name, limits)
    for made in access(name, spec.people):
        found[f"{made['metadata']['name']}-{made['kind'].lower()}"] = made
    return found
