"""A weight that nobody reads is refused: queues have shares by weight or by amount, not by both."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem
from stacks.scheduling import scheduler

UNSAID = 1


def queue_weight(config: StackConfig) -> Iterator[Problem]:
    """Volcano 1.15.1 reads `weight` in plugin proportion and `deserved` in plugin capacity."""
    plugins = {plugin.name for tier in scheduler(config).tiers for plugin in tier}
    for name, spec in config.queues.items():
        if spec.weight != UNSAID and "proportion" not in plugins:
            what = "counts in Volcano's plugin proportion only, which this scheduler does not have"
            yield Problem(("queues", name, "weight"), what, "say `deserved: {gpus: …}` instead")
        if spec.deserved is not None and "capacity" not in plugins:
            what = "counts in Volcano's plugin capacity only, which this scheduler does not have"
            yield Problem(("queues", name, "deserved"), what, "say `weight` instead")
