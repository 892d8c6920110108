"""Whoever scales by metrics has a Prometheus to ask."""

from collections.abc import Iterator

from components.model.autoscaling import scaler
from stacks.config import StackConfig
from stacks.problem import Problem


def metrics(config: StackConfig) -> Iterator[Problem]:
    """Refuses a model that is scaled by metrics in a stack that collects none."""
    if config.metrics is not None:
        return
    for name, model in config.models.items():
        if model.mode == "standard" and scaler(model) == "external":
            yield Problem(
                ("models", name, "scaling"),
                "scales by metrics, and the stack says not where they are",
                "add `metrics: {prometheus_url: …}` to the stack, or make the bounds equal",
            )
