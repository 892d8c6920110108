"""What a model promises: how soon the first token, how soon each further one."""

from typing import Self

from pydantic import model_validator

from catalogue.vllm import choices
from components.scaler.spec import EngineSignals, Fraction
from components.types import Positive, Spec

SCALE_AT = 0.8
"""More replicas are asked for at this share of the promise: a new one takes minutes to help."""


class Slo(Spec):
    """For the share `objective` of all requests, at most these seconds.

    Each time is a bound of vLLM's histogram buckets: only there can be counted who was in time.
    """

    time_to_first_token_seconds: Positive | None = None
    time_per_token_seconds: Positive | None = None
    objective: Fraction = 0.95

    @model_validator(mode="after")
    def _can_be_counted(self) -> Self:
        for field, of in _BUCKETS.items():
            asked, bounds = getattr(self, field), [float(bound) for bound in choices(of)]
            if asked is not None and asked not in bounds:
                near = min(bounds, key=lambda bound: abs(bound - asked))
                raise ValueError(
                    f"{field} {asked:g} is no bucket of vLLM's histogram, so nobody can count who "
                    f"was in time; the nearest is {near:g}"
                )
        return self


_BUCKETS = {
    "time_to_first_token_seconds": "time_to_first_token_buckets",
    "time_per_token_seconds": "inter_token_latency_buckets",
}


def default_signals(slo: Slo | None) -> EngineSignals:
    """What a vLLM model scales by when nothing is said.

    One request waiting on each replica means that batches or the KV cache are full: more load only
    lengthens the queue. A promise adds its own two times, at 80 % of what was promised.
    """
    first, each = (
        (None, None)
        if slo is None
        else (slo.time_to_first_token_seconds, slo.time_per_token_seconds)
    )
    return EngineSignals(
        waiting=1,
        time_to_first_token_seconds=None if first is None else first * SCALE_AT,
        inter_token_seconds=None if each is None else each * SCALE_AT,
    )
