"""How many replicas a model has, and what decides it."""

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from components.clock import Cron, TimeZone
from components.types import AtLeastOne, Count, Positive, Spec

Percent = Annotated[int, Field(ge=1, le=100)]
Fraction = Annotated[float, Field(gt=0, le=1)]


class EngineSignals(Spec):
    """vLLM's own measures; the one that asks for most replicas wins.

    `waiting`, `running` and `tokens_per_second` are per replica, `kv_cache` is the mean fraction in
    use, the two times are 95th percentiles in seconds.
    """

    waiting: Positive | None = None
    running: Positive | None = None
    kv_cache: Fraction | None = None
    time_to_first_token_seconds: Positive | None = None
    inter_token_seconds: Positive | None = None
    tokens_per_second: Positive | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.model_dump(exclude_none=True):
            raise ValueError("names no signal; add `waiting`, the number of waiting requests")
        return self


class ScaleBy(Spec):
    """The one thing that decides: Knative's `concurrency` or `rps`, the share of the requested
    `cpu` or `memory` in percent, or `vllm`'s own metrics."""

    concurrency: AtLeastOne | None = None
    rps: AtLeastOne | None = None
    cpu: Percent | None = None
    memory: Percent | None = None
    vllm: EngineSignals | None = None

    @model_validator(mode="before")
    @classmethod
    def _not_by_the_gpu(cls, given: Any) -> Any:
        if isinstance(given, dict) and any("gpu" in str(key) for key in given):
            raise ValueError(
                "a GPU's utilisation is high as soon as one request runs, so it says nothing about "
                "the next; use `vllm: {waiting: …}`"
            )
        return given

    @model_validator(mode="after")
    def _one_decides(self) -> Self:
        said = self.model_dump(exclude_none=True)
        if len(said) != 1:
            raise ValueError(f"exactly one may decide, here are {len(said)}; keep one scaler")
        return self


class Floor(Spec):
    """At least `replicas` from `start` until `end`, two cron expressions in `time_zone`."""

    time_zone: TimeZone
    start: Cron
    end: Cron
    replicas: AtLeastOne


class Wake(Spec):
    """A signal that exists while no pod does: a PromQL `query` of the gateway or of a queue.

    The model starts when it rises above zero and has one replica for each `threshold` of it.
    """

    query: str = Field(min_length=1)
    threshold: Positive = 1


class Scaling(Spec):
    """Between how many replicas a model lives and what decides; equal bounds are a fixed number.

    `window_seconds` is over what time the load is averaged before replicas go away,
    `cooldown_seconds` how long it is quiet before the last one does, `fallback_replicas` how many
    there are while the metrics cannot be read.
    """

    min_replicas: Count = 1
    max_replicas: Count = 1
    by: ScaleBy | None = None
    window_seconds: AtLeastOne = 300
    cooldown_seconds: AtLeastOne = 600
    fallback_replicas: AtLeastOne | None = None
    floors: tuple[Floor, ...] = ()
    wake: Wake | None = None

    @property
    def fixed(self) -> bool:
        """Whether nothing scales it."""
        return self.min_replicas == self.max_replicas

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.max_replicas == 0:
            raise ValueError(
                "max_replicas is 0, so this model would never run; "
                "write `stopped: true` at the model to switch it off"
            )
        if self.min_replicas > self.max_replicas:
            raise ValueError(
                f"min_replicas {self.min_replicas} is above max_replicas {self.max_replicas}; "
                "lower it or raise max_replicas"
            )
        return self

    @model_validator(mode="after")
    def _has_something_to_decide(self) -> Self:
        if self.fixed and (self.by or self.floors or self.wake):
            raise ValueError(
                f"min_replicas and max_replicas are both {self.min_replicas}, so there is nothing "
                "to decide; raise max_replicas or leave the rest out"
            )
        return self

    @model_validator(mode="after")
    def _stays_in_its_range(self) -> Self:
        for floor in self.floors:
            if not self.min_replicas < floor.replicas <= self.max_replicas:
                raise ValueError(f"a floor of {floor.replicas} is not above min and up to max")
        fallback = self.fallback_replicas
        if fallback is not None and not self.min_replicas <= fallback <= self.max_replicas:
            raise ValueError(f"fallback_replicas {fallback} is not between min and max")
        return self
