"""A model runs on its node group's GPUs: in memory, in shape, and in what they can compute."""

from collections.abc import Iterator

from components.model.spec import ModelSpec
from components.node_group.capacity import node_capacity
from components.node_group.spec import NodeGroupSpec
from planning.fit.fit import Fit
from planning.fit.suggestion import cheapest, longest_context
from planning.fit.validity import Fault
from planning.model_fit import model_fit
from planning.region import region
from stacks.config import StackConfig
from stacks.problem import Problem

MEMORY = ("memory", "context_length")


def fits(config: StackConfig) -> Iterator[Problem]:
    """Refuses what vLLM would refuse, and names the cheapest instance and setting that can."""
    for key, model in config.models.items():
        group = config.node_groups.get(model.node_group)
        found = _fit(config, model, group) if group else None
        for fault in found.faults if found else ():
            assert found is not None
            yield Problem(
                ("models", key, *_field(fault)),
                f"{fault.what} on {found.gpu.product} (`{model.node_group}`)",
                fault.mend or _mend(config, model, found),
            )


def _fit(config: StackConfig, model: ModelSpec, group: NodeGroupSpec) -> Fit | None:
    """None also where the node has too few GPUs: `node_fit` refuses that, in its own words."""
    if model.gpus > node_capacity(group).gpus:
        return None
    return model_fit(model, group, config.architectures)


def _field(fault: Fault) -> tuple[str, ...]:
    return ("node_group",) if fault.field == "memory" else ("engine", fault.field)


def _mend(config: StackConfig, model: ModelSpec, found: Fit) -> str:
    """A shorter context where it is, and the cheapest instance that holds it as asked."""
    length = longest_context(found.architecture, found.engine, found.gpu)
    shorter = f"context_length {length} fits here" if length else ""
    other = cheapest(found.architecture, model, region(config))
    advice = " and ".join(part for part in (shorter, str(other) if other else "") if part)
    return advice or "no instance of the catalogue holds it; quantize it or split it over nodes"
