"""What happens to a cluster of some size: a seeded list of events, in phases, as plain data.

The phases begin one after the other, each when the one before is at rest, so that what is measured
does not depend on how fast the machine is. At 1,000 nodes they are 500 models on 8,000 GPUs, and
some 5,000 pods in all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from random import Random

from components.node_group.ec2 import Compaction
from simulation.bench.scale.events import Compact, End, Event, Lose, Queue, Want, Work, gpus, wanted

GPUS_A_NODE = 8
SERVING_PODS_A_NODE = 3.7
FULL = 99
"""The most that a node group may say: whatever fits elsewhere goes there."""

SHARES = {1: 0.70, 2: 0.18, 4: 0.08, 8: 0.04}
"""Of the serving pods, by how many GPUs one takes."""

GANGS = ((2, 8), (1, 8), (4, 4), (2, 4), (4, 2), (8, 1))
"""Training: workers, and GPUs of each."""


@dataclass(frozen=True)
class Phase:
    """Events that come at once."""

    name: str
    events: tuple[Event, ...]


@dataclass(frozen=True)
class Trace:
    """All that happens to a cluster of so many nodes."""

    nodes: int
    seed: int
    phases: tuple[Phase, ...]


def trace(nodes: int, seed: int = 8) -> Trace:
    """The same for the same arguments."""
    random = Random(seed)
    arriving = _models(nodes, random)
    scaling = _scaled(arriving, random)
    serving = list(wanted(arriving, scaling).values())
    room = nodes * GPUS_A_NODE - gpus(serving)
    training = _gangs(room, random)
    within, between = _urgent(nodes, "training"), _urgent(nodes, "online")
    made: dict[str, Sequence[Event]] = {
        "arrivals": [Want(work) for work in arriving],
        "scaling": scaling,
        "compaction": [Compact(Compaction().below_percent)],
        "full compaction": [Compact(FULL)],
        "training": [Want(work) for work in training],
        "preemption": [Want(work) for work in within],
        "reclaim": [Want(work) for work in between],
        "all that ends": [End(work.name) for work in (*training, *within, *between)],
        "node loss": [Lose(max(1, nodes // 100))],
    }
    return Trace(nodes, seed, tuple(Phase(name, tuple(events)) for name, events in made.items()))


def apportioned(total: int, shares: Mapping[int, float]) -> dict[int, int]:
    """`total` in whole numbers by `shares`, none of them without one (largest remainder)."""
    rest = total - len(shares)
    exact = {key: rest * share / sum(shares.values()) for key, share in shares.items()}
    found = {key: 1 + int(amount) for key, amount in exact.items()}
    for key in sorted(exact, key=lambda key: int(exact[key]) - exact[key]):
        if sum(found.values()) < total:
            found[key] += 1
    return found


def _models(nodes: int, random: Random) -> list[Work]:
    pods = apportioned(round(nodes * SERVING_PODS_A_NODE), SHARES)
    models = apportioned(max(nodes // 2, len(SHARES)), {size: pods[size] - 1 for size in pods})
    made = [
        Work(f"model-{size}gpu-{index}", size, count)
        for size, number in models.items()
        for index, count in enumerate(_cut(pods[size], number, random))
    ]
    random.shuffle(made)
    return made


def _cut(total: int, parts: int, random: Random) -> Iterator[int]:
    """`total` cut at random places into `parts`, none of them empty."""
    places = [0, *sorted(random.sample(range(1, total), parts - 1)), total]
    return (after - before for before, after in pairwise(places))


def _scaled(models: list[Work], random: Random) -> list[Event]:
    """A tenth goes, three tenths lose half of their replicas; others grow by a part of that."""
    drawn = random.sample(models, len(models))
    gone, less = drawn[: len(drawn) // 10], drawn[len(drawn) // 10 :][: ceil(len(drawn) * 0.3)]
    smaller = [replace(work, pods=ceil(work.pods / 2)) for work in less]
    room = (gpus(gone) + gpus(less) - gpus(smaller)) // 2
    larger = []
    for work in drawn[len(gone) + len(less) :]:
        more = min(work.pods // 2, room // work.gpus)
        larger += [replace(work, pods=work.pods + more)] if more else []
        room -= more * work.gpus
    events: list[Event] = [*map(Want, smaller + larger), *(End(work.name) for work in gone)]
    random.shuffle(events)
    return events


def _gangs(room: int, random: Random) -> list[Work]:
    """As many as fill every GPU that is left."""
    made: list[Work] = []
    while room:
        workers, size = random.choice(
            [gang for gang in GANGS if gang[0] * gang[1] <= room] or [(1, 1)]
        )
        made.append(Work(f"training-{len(made)}", size, workers, "training", "training"))
        room -= workers * size
    return made


def _urgent(nodes: int, queue: Queue) -> list[Work]:
    """A twentieth of all GPUs for models that go first; nothing is free when they come."""
    replicas = max(1, nodes // 10)
    sizes = [min(5, replicas - start) for start in range(0, replicas, 5)]
    return [
        Work(f"urgent-{queue}-{index}", GPUS_A_NODE // 2, size, "urgent", queue)
        for index, size in enumerate(sizes)
    ]
