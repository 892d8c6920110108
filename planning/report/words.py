"""How every form of the report writes a figure: the same words everywhere, no arithmetic."""

from collections.abc import Iterable, Mapping
from typing import Any

from planning.model_plan import ModelPlan
from planning.pod import named

UNKNOWN = "unknown"
NOT_VLLM = "not vLLM"
HOURS_FROM = 120
MEANING = (
    "preempts: takes the GPUs of preemptable pods in its own queue. Between queues the guarantee "
    "and the share decide: what a queue has above its share is taken back, whatever its priority."
)


def amount(figure: float | None) -> str:
    """Money, two decimals, thousands apart; what is not known says so."""
    return UNKNOWN if figure is None else f"{figure:,.2f}"


def range_of(low: str, high: str) -> str:
    """`2-4`, or `2` where both are the same."""
    return low if low == high else f"{low}-{high}"


def priced(document: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The models whose tokens have a price."""
    return [model for model in document["models"] if model["per_million_tokens"] is not None]


def prices_from(document: Mapping[str, Any]) -> str:
    """Whose prices these are, and of when."""
    sources = dict.fromkeys(group["price"]["source"] for group in document["groups"])
    return f"Prices: {'; '.join(sources)}"


def duration(minutes: int) -> str:
    """`20 min`, and from two hours on `48 h`."""
    return f"{minutes} min" if minutes < HOURS_FROM else f"{minutes / 60:g} h"


def gpus(figure: float | None) -> str:
    """A number of GPUs that a queue is promised; nothing said is no promise and no limit."""
    return "-" if figure is None else f"{figure:g}"


def queue_name(queue: Mapping[str, Any]) -> str:
    """With the queue that it is a part of."""
    return f"{queue['name']} (of {queue['parent']})" if queue["parent"] else str(queue["name"])


def counted(waiting: Mapping[str, int]) -> str:
    """`2 llama, 1 job tuning`, from entries of the stack."""
    return ", ".join(f"{number} {named(about)}" for about, number in waiting.items())


def listed(entries: Iterable[str]) -> str:
    """Their names."""
    return ", ".join(named(about) for about in entries)


def gib(model: ModelPlan) -> str:
    """The KV cache on one GPU, with its range."""
    if model.fit is None:
        return _without_fit(model)
    if model.fit.architecture.kind == "pool":
        return "none"
    kv = model.fit.memory.kv
    return f"{kv.expected:.1f} ({kv.low:.1f}-{kv.high:.1f}) GiB"


def concurrency(model: ModelPlan, typical: int) -> str:
    """How many requests one replica holds, at full and at typical context."""
    if model.fit is None:
        return _without_fit(model)
    full = model.fit.concurrency(model.fit.engine.context_length)
    return range_of(f"{full:.0f}", f"{model.fit.concurrency(typical):.0f}")


def verdict(model: ModelPlan) -> str:
    """Whether it fits, in one word."""
    if model.fit is None:
        return _without_fit(model)
    if not model.fit.fits:
        return "no"
    return "yes" if model.fit.certain else "just"


def _without_fit(model: ModelPlan) -> str:
    return UNKNOWN if model.spec.vllm else NOT_VLLM
