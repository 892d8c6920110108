"""What can happen to a cluster: work that comes, changes and goes, and nodes that are lost."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Rank = Literal["online", "urgent", "training"]
Queue = Literal["online", "training"]


@dataclass(frozen=True)
class Work:
    """Equal pods that belong together: a model's replicas, or a gang's workers."""

    name: str
    gpus: int
    pods: int
    rank: Rank = "online"
    queue: Queue = "online"

    @property
    def gang(self) -> bool:
        """Whether part of it is of no use."""
        return self.rank == "training"


@dataclass(frozen=True)
class Want:
    """From now on there is this work, as large as it says: a new one, or one that is scaled."""

    work: Work


@dataclass(frozen=True)
class End:
    """From now on there is no such work."""

    name: str


@dataclass(frozen=True)
class Lose:
    """So many nodes fall silent, those that serve the most."""

    nodes: int


@dataclass(frozen=True)
class Compact:
    """Nodes of which less than so much is taken are emptied, one at a time."""

    below_percent: int


Event = Want | End | Lose | Compact


def wanted(works: Iterable[Work], events: Iterable[Event]) -> dict[str, Work]:
    """What there is, by name, once `events` have happened to `works`."""
    found = {work.name: work for work in works}
    for event in events:
        match event:
            case Want(work):
                found[work.name] = work
            case End(name):
                del found[name]
    return found


def gpus(works: Iterable[Work]) -> int:
    """How many GPUs they take together."""
    return sum(work.gpus * work.pods for work in works)
