"""The halves of a replica on two nodes are in one zone: every token crosses between them."""

from collections.abc import Iterator

from planning.region import zones
from stacks.config import StackConfig
from stacks.problem import Problem


def halves(config: StackConfig) -> Iterator[Problem]:
    """Refuses a group in several zones: Volcano binds head and worker in time, not in place.

    It could (HyperNodes), but then the model preempted nobody (components/node_group/README.md).
    """
    for name, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        where = zones(config, group) if group and model.nodes > 1 else ()
        if len(where) > 1:
            what = (
                f"is in {', '.join(where)}, and a replica takes {model.nodes} nodes near each other"
            )
            mend = f"give `{model.node_group}` one of them as its `zones`, or name another group"
            yield Problem(("models", name, "node_group"), f"`{model.node_group}` {what}", mend)
