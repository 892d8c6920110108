"""A model runs on its node group's GPUs: in memory, in shape, and in what they can compute."""

from collections.abc import Iterator

from components.model.spec import ModelSpec
from components.model.variants import Variant, variants
from components.node_group.capacity import node_capacity
from planning.fit.fit import Fit
from planning.fit.suggestion import cheapest, longest_context
from planning.fit.validity import Fault
from planning.model_fit import model_fits
from planning.region import region
from stacks.config import StackConfig
from stacks.problem import Problem


def fits(config: StackConfig) -> Iterator[Problem]:
    """Refuses what vLLM would refuse, and names the cheapest instance and setting that can."""
    known = model_fits(config)
    for key, model in config.models.items():
        for one in variants(key, model):
            found = known.get(one.name)
            if found is None or _too_few(config, one.spec):
                continue
            for fault in found.faults:
                yield Problem(
                    ("models", key, *_field(fault)),
                    f"{_version(key, one)}{fault.what} on {found.gpu.product} "
                    f"(`{model.node_group}`)",
                    fault.mend or _mend(config, one.spec, found),
                )


def _version(key: str, one: Variant) -> str:
    return "" if one.name == key else f"as version {one.name.removeprefix(f'{key}-')}: "


def _too_few(config: StackConfig, model: ModelSpec) -> bool:
    """`node_fit` refuses a node with too few GPUs, in its own words."""
    return model.gpus > node_capacity(config.node_groups[model.node_group]).gpus


def _field(fault: Fault) -> tuple[str, ...]:
    return ("node_group",) if fault.field == "memory" else ("engine", fault.field)


def _mend(config: StackConfig, model: ModelSpec, found: Fit) -> str:
    """A shorter context where it is, and the cheapest instance that holds it as asked."""
    length = longest_context(found)
    shorter = f"context_length {length} fits here" if length else ""
    other = cheapest(found.architecture, model, region(config))
    advice = " and ".join(part for part in (shorter, str(other) if other else "") if part)
    return advice or "no instance of the catalogue holds it; quantize it or split it over nodes"
