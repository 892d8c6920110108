"""The tenants of a stack and the models they serve."""

import pulumi

from components.model.component import Model, ModelArgs
from components.model.placement import placement
from components.tenant.component import Tenant, TenantArgs
from stacks.config import StackConfig


def tenants(config: StackConfig, opts: pulumi.ResourceOptions) -> dict[str, Tenant]:
    """Every team's namespace, by name."""
    return {
        name: Tenant(name, TenantArgs(spec=spec), opts) for name, spec in config.tenants.items()
    }


def models(
    config: StackConfig, teams: dict[str, Tenant], opts: pulumi.ResourceOptions
) -> dict[str, Model]:
    """Every model, by name, each in its tenant's namespace."""
    return {
        name: Model(
            name,
            ModelArgs(
                spec=spec,
                placement=placement(
                    spec, config.tenants[spec.tenant], config.node_groups[spec.node_group]
                ),
                namespace=teams[spec.tenant].namespace,
            ),
            opts,
        )
        for name, spec in config.models.items()
    }
