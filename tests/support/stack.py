"""A small valid stack as plain data, and changes to it, for tests of single rules."""

import copy
from typing import Any

from stacks.parse import parse
from stacks.problem import Problem, Refused

STACK: dict[str, Any] = {
    "cluster": {"existing": {"kubeconfig": "~/.kube/config", "context": "here"}},
    "node_groups": {
        "system": {"instance_type": "m5.2xlarge", "max_nodes": 3},
        "t4": {"instance_type": "g4dn.xlarge", "max_nodes": 3},
        "a100": {"instance_type": "p4de.24xlarge", "max_nodes": 1},
    },
    "priorities": {"online": {"value": 1000}},
    "queues": {"online": {"weight": 1}},
    "tenants": {"chat": {"queue": "online", "priority": "online"}},
    "platform": {"knative": {}},
    "models": {
        "small": {
            "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
            "tenant": "chat",
            "node_group": "t4",
        }
    },
}
JOB: dict[str, Any] = {
    "tenant": "chat",
    "node_group": "a100",
    "image": "trainer:1",
    "command": ["train"],
    "runs_minutes": 60,
}
"""A job of an hour on one GPU."""

WIDE: dict[str, Any] = {
    "source": "pvc://weights/llama",
    "tenant": "chat",
    "node_group": "a100",
    "gpus": 8,
    "nodes": 2,
}
"""A model of which one replica takes two whole nodes."""


def changed(path: str, value: Any) -> dict[str, Any]:
    """The small stack with `value` at a dotted path."""
    stack = copy.deepcopy(STACK)
    *parents, last = path.split(".")
    place = stack
    for key in parents:
        place = place.setdefault(key, {})
    place[last] = value
    return stack


def without(path: str) -> dict[str, Any]:
    """The small stack without what is at a dotted path."""
    stack = copy.deepcopy(STACK)
    *parents, last = path.split(".")
    place = stack
    for key in parents:
        place = place[key]
    del place[last]
    return stack


def refusals(raw: Any) -> list[Problem]:
    """Every problem that `parse` finds; none where it accepts."""
    try:
        parse(raw)
    except Refused as refused:
        return refused.problems
    return []


def refused_at(raw: Any, path: str) -> str:
    """What the one refusal at that dotted path says; fails where there is none."""
    found = next(p for p in refusals(raw) if ".".join(map(str, p.path)) == path)
    return f"{found.what}; {found.mend}"
