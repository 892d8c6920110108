"""Queues form trees, and what a queue promises its children it must have been promised itself.

Volcano's admission refuses some of this and its capacity plugin only logs the rest and then shares
wrongly (1.15.1, checkHierarchicalQueue): an amount that a parent leaves out is none at all, except
a capability, which comes from above.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from components.queue.spec import QueueSpec, Resources

Kind = Literal["guarantee", "deserved", "capability"]
AMOUNTS = {"gpus": "GPUs", "cpu": "CPU", "memory_gib": "GiB of memory"}
ORDER: tuple[tuple[Kind, Kind], ...] = (
    ("guarantee", "deserved"),
    ("deserved", "capability"),
    ("guarantee", "capability"),
)
PROMISES: tuple[Kind, ...] = ("guarantee", "deserved")
KINDS: tuple[Kind, ...] = ("guarantee", "deserved", "capability")


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """Which number of which queue is wrong, and why."""

    queue: str
    kind: Kind
    amount: str
    what: str
    mend: str


def complaints(specs: Mapping[str, QueueSpec]) -> Iterator[Complaint]:
    """Everything that does not add up in trees without circles."""
    for name, spec in specs.items():
        for amount in AMOUNTS:
            yield from _in_order(name, spec, amount)
            yield from _below_ancestors(specs, name, amount)
            yield from _children(specs, name, amount)


def said(resources: Resources | None, amount: str) -> float | None:
    """One amount of a resource list; None where it is not said."""
    return None if resources is None else getattr(resources, amount)


def ancestors(specs: Mapping[str, QueueSpec], name: str) -> list[str]:
    """From the parent up, in a tree without circles."""
    parent = specs[name].parent
    return [parent, *ancestors(specs, parent)] if parent in specs and parent is not None else []


def children(specs: Mapping[str, QueueSpec], name: str | None) -> list[str]:
    """Those whose parent it is; of None, the queues at the top."""
    return [key for key, spec in specs.items() if spec.parent == name]


def most(specs: Mapping[str, QueueSpec], name: str, amount: str, pool: float) -> float:
    """What a queue can ever have of a `pool`: its capability, and nobody else's guarantee."""
    spec = specs[name]
    parent = spec.parent if spec.parent in specs else None
    above = pool if parent is None else most(specs, parent, amount, pool)
    beside = [said(specs[key].guarantee, amount) or 0 for key in children(specs, parent)]
    room = above - sum(beside) + (said(spec.guarantee, amount) or 0)
    own = said(spec.capability, amount)
    return max(0, room if own is None else min(room, own))


def _in_order(name: str, spec: QueueSpec, amount: str) -> Iterator[Complaint]:
    for lower, upper in ORDER:
        low, high = said(getattr(spec, lower), amount), said(getattr(spec, upper), amount)
        if low is not None and high is not None and low > high:
            what = f"{low:g} {AMOUNTS[amount]} are more than its {upper} of {high:g}"
            mend = f"lower it, or raise the {upper}"
            yield Complaint(queue=name, kind=lower, amount=amount, what=what, mend=mend)


def _below_ancestors(specs: Mapping[str, QueueSpec], name: str, amount: str) -> Iterator[Complaint]:
    """The first ancestor that limits it is the nearest one with a capability."""
    limits = {key: said(specs[key].capability, amount) for key in ancestors(specs, name)}
    for above, limit in limits.items():
        for kind in KINDS:
            own = said(getattr(specs[name], kind), amount)
            if own is not None and limit is not None and own > limit:
                what = f"{own:g} {AMOUNTS[amount]} are more than `{above}` may have, {limit:g}"
                mend = f"lower it, or raise the capability of `{above}`"
                yield Complaint(queue=name, kind=kind, amount=amount, what=what, mend=mend)


def _children(specs: Mapping[str, QueueSpec], name: str, amount: str) -> Iterator[Complaint]:
    for kind in PROMISES:
        promised = sum(
            said(getattr(specs[child], kind), amount) or 0 for child in children(specs, name)
        )
        own = said(getattr(specs[name], kind), amount) or 0
        if promised > own:
            what = f"its queues add up to {promised:g} {AMOUNTS[amount]}, it has {own:g}"
            mend = f"raise it to {promised:g}, or lower theirs"
            yield Complaint(queue=name, kind=kind, amount=amount, what=what, mend=mend)
