"""What the pods of each class may do to those of the others.

Kubernetes and Volcano agree: a higher value goes first, and takes the place of a lower one unless
its policy is Never. Volcano does so within a queue (preempt), only of pods that are preemptable;
between queues it takes back what is above their share (reclaim), of whatever priority, and Never
keeps a pod from that as well (Volcano 1.15.1 pkg/scheduler/actions/reclaim).
"""

from collections.abc import Mapping
from typing import Literal

from components.priority.spec import PrioritySpec

Effect = Literal["preempts", "goes first", "waits"]


def effect(one: PrioritySpec, other: PrioritySpec) -> Effect:
    """Of a waiting pod of class `one` on a running, preemptable pod of class `other`."""
    if one.value <= other.value:
        return "waits"
    return "preempts" if one.preemption_policy == "PreemptLowerPriority" else "goes first"


def effects(specs: Mapping[str, PrioritySpec]) -> dict[str, dict[str, Effect]]:
    """By class, the highest first, what it does to each of the others."""
    ordered = sorted(specs, key=lambda name: (-specs[name].value, name))
    return {
        name: {other: effect(specs[name], specs[other]) for other in ordered if other != name}
        for name in ordered
    }


def victims(name: str, specs: Mapping[str, PrioritySpec]) -> set[str]:
    """The classes whose preemptable pods give way to `name`."""
    return {other for other, done in effects(specs)[name].items() if done == "preempts"}
