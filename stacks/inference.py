"""One inference platform, from its configuration. Only here do the parts meet."""

from typing import Any

import pulumi

from components.cluster.component import existing_cluster
from stacks.config import StackConfig
from stacks.infrastructure.cluster import Infrastructure, infrastructure
from stacks.platform import platform
from stacks.serving import serving, tenants
from stacks.training import jobs


def inference(config: StackConfig) -> dict[str, Any]:
    """Build it, and say what people want to know about it: above all where each model answers."""
    ground = _ground(config)
    here = pulumi.ResourceOptions(provider=ground.provider)
    parts = platform(config, here).parts()
    after = pulumi.ResourceOptions(provider=ground.provider, depends_on=parts)
    teams = tenants(config, here)
    jobs(config, teams, after)
    return {**ground.outputs, "models": serving(config, teams, after)}


def _ground(config: StackConfig) -> Infrastructure:
    """A cluster of one's own, or the one that exists."""
    if config.cluster.eks is not None:
        return infrastructure(config, config.cluster.eks)
    assert config.cluster.existing is not None
    provider = existing_cluster("cluster", config.cluster.existing)
    return Infrastructure(provider=provider, outputs={})
