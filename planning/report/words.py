"""How every form of the report writes a figure: the same words everywhere, no arithmetic."""

from planning.plan import ModelPlan

UNKNOWN = "unknown"
NOT_VLLM = "not vLLM"


def amount(figure: float | None) -> str:
    """Money, two decimals, thousands apart; what is not known says so."""
    return UNKNOWN if figure is None else f"{figure:,.2f}"


def range_of(low: str, high: str) -> str:
    """`2-4`, or `2` where both are the same."""
    return low if low == high else f"{low}-{high}"


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
