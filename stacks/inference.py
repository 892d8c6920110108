"""One inference platform, from its configuration. Only here do the parts meet."""

from typing import Any

import pulumi

from components.cluster.component import existing_cluster
from stacks.config import StackConfig
from stacks.platform import platform
from stacks.serving import models, tenants


def inference(config: StackConfig) -> dict[str, Any]:
    """Build it, and say where each model answers."""
    assert config.cluster.existing is not None
    cluster = existing_cluster("cluster", config.cluster.existing)
    here = pulumi.ResourceOptions(provider=cluster)
    ground = platform(config, here)
    after = pulumi.ResourceOptions(provider=cluster, depends_on=ground.parts())
    served = models(config, tenants(config, here), after)
    return {name: model.endpoint for name, model in served.items()}
