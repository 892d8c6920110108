"""What happens on a game day, and what must hold while it does: the form of a scenario file."""

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from components.types import AtLeastOne, Count, DnsLabel, Spec

Overlay = dict[str, Any]
"""A part of a stack file, laid over the stack's own (see `overlay.laid`)."""

Keeps = Literal["all", "all_but_one", "some", "none"]


class LoseNode(Spec):
    """A node falls silent for good: the one that serves most, of `node_group` if that is named."""

    node_group: DnsLabel | None = None


class LoseZone(Spec):
    """Every node of a zone falls silent: the zone that serves most, if none is named."""

    zone: DnsLabel | None = None


class DrainNode(Spec):
    """A node gets its notice, is cordoned and drained through the Eviction API, then is gone."""

    node_group: DnsLabel | None = None


class Kill(Spec):
    """A process of the cluster is killed; `back_after_seconds` None is nobody restarts it."""

    process: str
    back_after_seconds: Count | None = 5


class Burst(Spec):
    """Everybody comes at once: each scaler wants `factor` times its floor, up to its ceiling."""

    factor: AtLeastOne = 5


class Event(Spec):
    """One thing that happens `after_seconds` from the beginning.

    `scale` is what a model's scaler asks for, `change` a part of the stack file that is laid over
    the day's own and applied.
    """

    after_seconds: Count = 0
    lose_node: LoseNode | None = None
    lose_zone: LoseZone | None = None
    drain_node: DrainNode | None = None
    return_nodes: Literal[True] | None = None
    kill: Kill | None = None
    burst: Burst | None = None
    scale: dict[DnsLabel, Count] | None = None
    change: Overlay | None = None

    @property
    def said(self) -> str:
        """The one thing, by the name it has in the file."""
        names = (name for name in type(self).model_fields if name != "after_seconds")
        return ", ".join(name for name in names if getattr(self, name) is not None)

    @model_validator(mode="after")
    def _one_thing(self) -> Self:
        if not self.said or "," in self.said:
            raise ValueError("needs exactly one thing that happens")
        return self


class Promises(Spec):
    """What must hold; what is not said is not judged.

    Of models that nobody may preempt: `keeps_ready` of the replicas they had, all ready again
    `ready_again_seconds` after each event, a waiting pod placed `placed_within_seconds` after it
    appeared. Of the others: only the priorities in `yield_only` are ever taken from, and
    `jobs_return` to all their workers, with the claims they had. `nothing_left`: at the end there
    are as many pods as were asked for, none is going, and no change was given up half done.
    """

    keeps_ready: Keeps | None = None
    ready_again_seconds: AtLeastOne | None = None
    placed_within_seconds: AtLeastOne | None = None
    yield_only: tuple[DnsLabel, ...] | None = None
    jobs_return: Literal[True] | None = None
    nothing_left: Literal[True] | None = True


class Without(Spec):
    """The configuration that the promises rest on, taken away: they must break."""

    why: str
    stack: Overlay = Field(default_factory=dict)
    events: tuple[Event, ...] | None = None
    breaks: Annotated[tuple[str, ...], Field(min_length=1)]


class Scenario(Spec):
    """One game day. `stack` is laid over the stack file before it begins."""

    title: str
    why: str
    stack: Overlay = Field(default_factory=dict)
    events: Annotated[tuple[Event, ...], Field(min_length=1)]
    lasts_seconds: AtLeastOne = 90
    promises: Promises
    without: Without
