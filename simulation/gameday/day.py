"""What was seen on a game day: all that its judge needs, as plain data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from components.model.variants import variants
from simulation.gameday.moment import Moment, Taken
from stacks.config import StackConfig


@dataclass(frozen=True)
class Asked:
    """What the stack asks for from `at` on: replicas of models, workers of jobs.

    `protected` are the models that nobody may preempt.
    """

    at: float
    models: Mapping[str, int]
    jobs: Mapping[str, int]
    protected: frozenset[str]


@dataclass(frozen=True)
class Happened:
    """An event: when it began, what it was, and what it met."""

    at: float
    what: str
    detail: str = ""


@dataclass
class Day:
    """Filled while the day goes by."""

    asked: list[Asked] = field(default_factory=list)
    happened: list[Happened] = field(default_factory=list)
    moments: list[Moment] = field(default_factory=list)
    taken: Sequence[Taken] = ()
    mishaps: list[str] = field(default_factory=list)

    def asked_at(self, at: float) -> Asked:
        """What was asked for at a time; the first of all is asked from the beginning."""
        return [one for one in self.asked if one.at <= at or one is self.asked[0]][-1]

    def protected(self) -> list[str]:
        """Every model that nobody may preempt, at any time of the day."""
        return sorted({name for one in self.asked for name in one.protected})


def asked(at: float, config: StackConfig) -> Asked:
    """What `config` asks for."""
    running = [one for name, spec in config.models.items() for one in variants(name, spec)]
    return Asked(
        at=at,
        models={
            one.name: 0 if one.spec.stopped else max(one.spec.scaling.min_replicas, 0)
            for one in running
        },
        jobs={name: spec.workers for name, spec in config.jobs.items()},
        protected=frozenset(one.name for one in running if not one.spec.preemptable),
    )
