"""What a model uses of the platform is there: a gateway for versions, a cache on its nodes."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem


def surroundings(config: StackConfig) -> Iterator[Problem]:
    """Refuses weights of requests without a gateway, and a cache that no node keeps."""
    kserve = config.platform.kserve
    cached = kserve.local_models.node_groups if kserve and kserve.local_models else ()
    for name, model in config.models.items():
        if model.traffic and model.mode == "standard" and config.platform.gateway is None:
            yield Problem(
                ("models", name, "traffic"),
                "shares requests by a route, and the platform has no gateway",
                "add `platform.gateway`, or use `mode: knative`",
            )
        if model.delivery.by == "cache" and model.node_group not in cached:
            yield Problem(
                ("models", name, "delivery"),
                f"comes from a cache that `{model.node_group}` does not keep",
                "add it to `platform.kserve.local_models.node_groups`, or download",
            )
