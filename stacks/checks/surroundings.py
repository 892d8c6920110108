"""What a model uses of the platform is there: a gateway for versions, a cache on its nodes."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem


def surroundings(config: StackConfig) -> Iterator[Problem]:
    """Refuses weights of requests without a gateway, and a cache that no node keeps."""
    kserve = config.platform.kserve
    cache = kserve is not None and kserve.local_models is not None
    kept = {name for name, group in config.node_groups.items() if group.keeps_models}
    for name in () if cache else kept:
        yield Problem(
            ("node_groups", name, "keeps_models"),
            "is for KServe's cache of models, which the platform does not have",
            "add `platform.kserve.local_models: {}`, or leave it out",
        )
    if cache and not kept:
        yield Problem(
            ("platform", "kserve", "local_models"),
            "is a cache that no node keeps",
            "add `keeps_models: true` to a node group, or leave it out",
        )
    for name, model in config.models.items():
        if model.traffic and model.mode == "standard" and config.platform.gateway is None:
            yield Problem(
                ("models", name, "traffic"),
                "shares requests by a route, and the platform has no gateway",
                "add `platform.gateway`, or use `mode: knative`",
            )
        if model.delivery.by == "cache" and model.node_group not in kept:
            yield Problem(
                ("models", name, "delivery"),
                f"comes from a cache that `{model.node_group}` does not keep",
                "add `keeps_models: true` to the group, or download",
            )
