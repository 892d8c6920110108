"""What would run instead: the cheapest instance, or the longest context where it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalogue.architecture import Architecture
from catalogue.gpus import gpu
from catalogue.instances import Instance, instances
from catalogue.prices import price
from components.model.spec import ModelSpec
from planning.engine import engine
from planning.fit.fit import Fit, fit
from planning.fit.validity import valid_tensor_parallel

STEP_TOKENS = 1024


@dataclass(frozen=True, kw_only=True)
class Suggestion:
    """One node of `instance_type` with `tensor_parallel` of its GPUs, and its price."""

    instance_type: str
    tensor_parallel: int
    per_hour: float
    currency: str

    def __str__(self) -> str:
        over = f" with gpus {self.tensor_parallel}" if self.tensor_parallel > 1 else ""
        return f"{self.instance_type}{over} ({self.per_hour:.2f} {self.currency}/h) holds it"


def cheapest(architecture: Architecture, spec: ModelSpec, region: str) -> Suggestion | None:
    """The cheapest node that runs it with these options at any valid tensor parallel size."""
    found = _candidates(architecture, spec, region)
    return min(found, key=_cost, default=None)


def _cost(suggestion: Suggestion) -> tuple[float, int, str]:
    return suggestion.per_hour, suggestion.tensor_parallel, suggestion.instance_type


def longest_context(found: Fit) -> int | None:
    """The most tokens, in steps of 1024, that the same GPUs hold; None if not even one step."""
    lengths = range(STEP_TOKENS, found.engine.context_length + 1, STEP_TOKENS)
    low, high = 0, len(lengths)
    while low < high:
        middle = (low + high + 1) // 2
        trial = replace(found.engine, context_length=lengths[middle - 1])
        if fit(found.architecture, trial, found.gpu, found.share).fits:
            low = middle
        else:
            high = middle - 1
    return lengths[low - 1] if low else None


def _candidates(architecture: Architecture, spec: ModelSpec, region: str) -> Iterator[Suggestion]:
    for instance in instances().values():
        cost = price(instance.name, region)
        if cost is None or not instance.gpus or instance.gpu_model is None:
            continue
        size = _smallest(architecture, spec, instance)
        if size is not None:
            yield Suggestion(
                instance_type=instance.name,
                tensor_parallel=size,
                per_hour=cost.per_hour,
                currency=cost.currency,
            )


def _smallest(architecture: Architecture, spec: ModelSpec, instance: Instance) -> int | None:
    device = gpu(str(instance.gpu_model), instance.gpu_memory_mib)
    asked = engine(spec, architecture, device)
    for size in valid_tensor_parallel(architecture, instance.gpus):
        alone = replace(asked, tensor_parallel=size, pipeline_parallel=1, data_parallel=1)
        if instance.gpus % size == 0 and fit(architecture, alone, device).fits:
            return size
    return None
