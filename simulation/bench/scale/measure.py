"""Judging what was seen of pods on nodes: packing, times, gangs. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from simulation.bench.scale.bound import fewest_nodes
from simulation.bench.scale.events import Work
from simulation.bench.scale.trace import GPUS_A_NODE


@dataclass(frozen=True)
class Seen:
    """One pod that is there: of which work, where, and when it was made and bound, in seconds."""

    name: str
    work: str
    gpus: int
    created: float
    node: str | None = None
    bound: float | None = None

    @property
    def waited(self) -> float | None:
        """From its creation to its place."""
        return None if self.bound is None else self.bound - self.created


@dataclass(frozen=True, kw_only=True)
class Packing:
    """How well pods sit: `stranded` is the share of free GPUs beside a pod, where no pod of a
    whole node can have them."""

    pods: int
    nodes_used: int
    fewest_nodes: int
    over_bound: float
    allocated: float
    stranded: float


def packing(pods: Iterable[Seen], nodes: int) -> Packing:
    """Of what is placed on a cluster of so many nodes."""
    placed = [pod for pod in pods if pod.node is not None]
    used = used_gpus(placed)
    taken, fewest = sum(used.values()), fewest_nodes([pod.gpus for pod in placed], GPUS_A_NODE)
    free, beside = nodes * GPUS_A_NODE - taken, len(used) * GPUS_A_NODE - taken
    return Packing(
        pods=len(placed),
        nodes_used=len(used),
        fewest_nodes=fewest,
        over_bound=len(used) / fewest if fewest else 1.0,
        allocated=taken / (len(used) * GPUS_A_NODE) if used else 1.0,
        stranded=beside / free if free else 0.0,
    )


def used_gpus(pods: Iterable[Seen]) -> Counter[str]:
    """By node, the GPUs that are taken."""
    used: Counter[str] = Counter()
    for pod in pods:
        if pod.node is not None:
            used[pod.node] += pod.gpus
    return used


def overfull(pods: Iterable[Seen]) -> list[str]:
    """Nodes with more GPUs taken than they have."""
    return sorted(node for node, taken in used_gpus(pods).items() if taken > GPUS_A_NODE)


def placed(pods: Iterable[Seen], works: Mapping[str, Work]) -> dict[str, int]:
    """By work that is wanted, how many of its pods have a place."""
    counted = Counter(pod.work for pod in pods if pod.node is not None)
    return {name: counted[name] for name in works}


def missing(pods: Iterable[Seen], works: Mapping[str, Work]) -> int:
    """How many wanted pods have no place, whether they exist or not."""
    found = placed(pods, works)
    return sum(max(0, work.pods - found[name]) for name, work in works.items())


def passed_over(pods: Iterable[Seen], nodes: int) -> list[str]:
    """Pods without a place although some node has room for them."""
    there = list(pods)
    used = used_gpus(there)
    least = min(used.values(), default=0) if len(used) == nodes else 0
    room = GPUS_A_NODE - least
    return sorted(pod.name for pod in there if pod.node is None and pod.gpus <= room)


def in_part(pods: Iterable[Seen], works: Mapping[str, Work]) -> list[str]:
    """Gangs of which some workers have a place and some have none."""
    found = placed(pods, works)
    return sorted(n for n, work in works.items() if work.gang and 0 < found[n] < work.pods)


def quantile(values: Sequence[float], share: float) -> float | None:
    """The least value that `share` of all are not above; None where there are none."""
    if not values:
        return None
    return sorted(values)[max(0, ceil(len(values) * share) - 1)]


@dataclass(frozen=True, kw_only=True)
class Times:
    """Seconds from creation to place, of the pods made in one phase, and pods a second."""

    placed: int
    median: float | None
    worst_percent: float | None
    last: float | None
    pods_a_second: float | None


def times(pods: Iterable[Seen], since: float) -> Times:
    """Of the pods made after `since` that have a place."""
    new = [pod for pod in pods if pod.created >= since and pod.bound is not None]
    waits = [pod.waited for pod in new if pod.waited is not None]
    ends = [pod.bound for pod in new if pod.bound is not None]
    took = max(ends) - since if ends else None
    return Times(
        placed=len(new),
        median=quantile(waits, 0.5),
        worst_percent=quantile(waits, 0.99),
        last=max(waits, default=None),
        pods_a_second=len(new) / took if took else None,
    )
