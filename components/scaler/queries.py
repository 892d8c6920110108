"""What vLLM's load is in PromQL, for the pods of one model and no others."""

from dataclasses import dataclass
from typing import Literal

from components.scaler.spec import EngineSignals

RATE_WINDOW = "2m"
PERCENTILE = 0.95


@dataclass(frozen=True, kw_only=True)
class Signal:
    """One number to hold at `target`.

    A total is divided by the replicas (`AverageValue`), a mean or a percentile is not (`Value`).
    """

    query: str
    target: float
    metric_type: Literal["AverageValue", "Value"]


def signals(wanted: EngineSignals, namespace: str, service: str) -> list[Signal]:
    """Every signal that is wanted, in the order of the specification."""
    pods = f'{{namespace="{namespace}",pod=~"{service}-predictor-.*"}}'
    rated = f"{pods}[{RATE_WINDOW}]"
    known = {
        "waiting": _total(f"sum(vllm:num_requests_waiting{pods})"),
        "running": _total(f"sum(vllm:num_requests_running{pods})"),
        "kv_cache": _level(f"avg(vllm:kv_cache_usage_perc{pods})"),
        "time_to_first_token_seconds": _percentile("vllm:time_to_first_token_seconds", rated),
        "inter_token_seconds": _percentile("vllm:inter_token_latency_seconds", rated),
        "tokens_per_second": _total(f"sum(rate(vllm:generation_tokens_total{rated}))"),
    }
    targets = wanted.model_dump(exclude_none=True)
    return [
        Signal(query=known[name][0], target=float(target), metric_type=known[name][1])
        for name, target in targets.items()
    ]


Query = tuple[str, Literal["AverageValue", "Value"]]


def _total(query: str) -> Query:
    return query, "AverageValue"


def _level(query: str) -> Query:
    return query, "Value"


def _percentile(histogram: str, rated: str) -> Query:
    """Without traffic the quantile is NaN, which KEDA would take for a number: `>= 0` drops it."""
    buckets = f"sum by (le) (rate({histogram}_bucket{rated}))"
    return _level(f"histogram_quantile({PERCENTILE}, {buckets}) >= 0")
