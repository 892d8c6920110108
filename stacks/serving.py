"""The tenants of a stack, the servers it needs, the models they serve, and the chains of them."""

from collections.abc import Mapping
from typing import Any

import pulumi

from components.objects.component import Objects, ObjectsArgs
from components.tenant.component import Tenant, TenantArgs
from stacks.chained import consumers, graphs
from stacks.config import StackConfig
from stacks.served import Served, runtimes, scraped, served
from stacks.tenancy import around

Teams = dict[str, Tenant]


def tenants(config: StackConfig, opts: pulumi.ResourceOptions) -> Teams:
    """Every team's namespace, by name."""
    return {
        name: Tenant(name, TenantArgs(spec=spec, around=around(config, name)), opts)
        for name, spec in config.tenants.items()
    }


def serving(config: StackConfig, teams: Teams, opts: pulumi.ResourceOptions) -> dict[str, Any]:
    """Build all of it; what a client needs to know of each model, by name."""
    servers = Objects(
        "servers",
        ObjectsArgs(type="gpu-inference:runtime:Servers", manifests=runtimes(config)),
        opts,
    )
    after = pulumi.ResourceOptions.merge(opts, pulumi.ResourceOptions(depends_on=[servers]))
    _monitors(config, teams, opts)
    known = served(config)
    made = models(config, known, teams, after)
    _chains(config, teams, pulumi.ResourceOptions.merge(after, _after(made)))
    return {name: one.endpoint.as_output() for name, one in known.items()}


def models(
    config: StackConfig, known: Mapping[str, Served], teams: Teams, opts: pulumi.ResourceOptions
) -> list[Objects]:
    """Every model with all that belongs to it, in its tenant's namespace."""
    return [
        Objects(
            name,
            ObjectsArgs(
                type="gpu-inference:model:Model",
                manifests=one.objects,
                namespace=teams[config.models[name].tenant].namespace,
            ),
            opts,
        )
        for name, one in known.items()
    ]


def _monitors(config: StackConfig, teams: Teams, opts: pulumi.ResourceOptions) -> None:
    for name, made in scraped(config).items():
        where = teams[name].namespace
        monitor = "gpu-inference:monitor:Monitor"
        Objects(name, ObjectsArgs(type=monitor, manifests=made, namespace=where), opts)


def _chains(config: StackConfig, teams: Teams, opts: pulumi.ResourceOptions) -> None:
    """After the models: a router waits for what it calls."""
    for name, graph in graphs(config).items():
        where = teams[config.graphs[name].tenant].namespace
        kind = "gpu-inference:graph:Graph"
        Objects(name, ObjectsArgs(type=kind, manifests=[graph], namespace=where), opts)
    for name, made in consumers(config).items():
        where = teams[config.consumers[name].tenant].namespace
        kind = "gpu-inference:consumer:Consumer"
        Objects(name, ObjectsArgs(type=kind, manifests=made, namespace=where), opts)


def _after(made: list[Objects]) -> pulumi.ResourceOptions:
    return pulumi.ResourceOptions(depends_on=[*made])
