"""The tenants of a stack, the servers it needs, and the models they serve."""

import pulumi

from components.model.component import Model, ModelArgs
from components.monitor.component import Monitor, MonitorArgs
from components.runtime.component import Servers, ServersArgs
from components.tenant.component import Tenant, TenantArgs
from stacks.config import StackConfig
from stacks.served import runtimes, scraped, served


def tenants(config: StackConfig, opts: pulumi.ResourceOptions) -> dict[str, Tenant]:
    """Every team's namespace, by name."""
    return {
        name: Tenant(name, TenantArgs(spec=spec), opts) for name, spec in config.tenants.items()
    }


def models(
    config: StackConfig, teams: dict[str, Tenant], opts: pulumi.ResourceOptions
) -> dict[str, Model]:
    """Every model, by name, in its tenant's namespace, after the servers beside vLLM."""
    servers = Servers("servers", ServersArgs(manifests=runtimes(config)), opts)
    after = pulumi.ResourceOptions.merge(opts, pulumi.ResourceOptions(depends_on=[servers]))
    for tenant, ports in scraped(config).items():
        Monitor(tenant, MonitorArgs(ports=ports, namespace=teams[tenant].namespace), opts)
    return {
        name: Model(
            name,
            ModelArgs(
                objects=one.objects,
                endpoint=one.endpoint,
                namespace=teams[config.models[name].tenant].namespace,
            ),
            after,
        )
        for name, one in served(config).items()
    }
