"""No replica means waiting for all of a start: that keeps the model's promise, or is accepted."""

from collections.abc import Iterator

from components.model.placement import gpu_share, startup_budget
from components.model.spec import ModelSpec
from components.model.startup import Budget
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.problem import Problem


def cold_start(config: StackConfig) -> Iterator[Problem]:
    """Refuses min_replicas 0 where the start-up budget breaks the promise, with its parts."""
    for name, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        if group is None or model.scaling.min_replicas or model.startup.accept_cold_start:
            continue
        budget, promised = _budget(model, group), model.startup.first_answer_seconds
        if promised is None or budget.total > promised:
            says = "promises nothing" if promised is None else f"promises {promised:g} s"
            yield Problem(
                ("models", name, "scaling", "min_replicas"),
                f"is 0, and a first answer takes {budget}, where `startup` {says}",
                "keep one replica, promise as much, or say in `startup.accept_cold_start` why",
            )


def _budget(model: ModelSpec, group: NodeGroupSpec) -> Budget:
    return startup_budget(model, gpu_share(model, group), from_zero=group.min_nodes == 0)
