"""What a stack may ask of Volcano, the scheduler that knows gangs and queues."""

from typing import Literal, Self

from pydantic import Field, model_validator

from components.operator import OperatorSpec
from components.types import AtLeastOne, Spec
from components.volcano.rules import VOTES, complaint

Action = Literal[
    "enqueue",
    "allocate",
    "backfill",
    "preempt",
    "reclaim",
    "shuffle",
    "gangpreempt",
    "gangreclaim",
]
"""Volcano 1.15.1, pkg/scheduler/actions."""

PluginName = Literal[
    "binpack",
    "capacity",
    "cdp",
    "conformance",
    "deviceshare",
    "drf",
    "extender",
    "gang",
    "network-topology-aware",
    "nodegroup",
    "nodeorder",
    "numa-aware",
    "overcommit",
    "pdb",
    "predicates",
    "priority",
    "proportion",
    "rescheduling",
    "resource-strategy-fit",
    "resourcequota",
    "sla",
    "task-topology",
    "tdm",
    "usage",
]
"""Volcano 1.15.1, pkg/scheduler/plugins: the names they register under."""

Argument = bool | int | float | str | dict[str, dict[str, str | int]]


class Plugin(Spec):
    """One plugin; a switch that is None keeps the plugin's own default.

    `preemptable` and `reclaimable` false take the plugin's vote on victims away, `starving` false
    its say in who may ask for some; `hierarchy` makes queues a tree.
    """

    name: PluginName
    hierarchy: bool | None = None
    preemptable: bool | None = None
    reclaimable: bool | None = None
    starving: bool | None = None
    arguments: dict[str, Argument] = Field(default_factory=dict)


GPU_PACKING = Plugin(
    name="binpack",
    arguments={
        "binpack.weight": 10,
        "binpack.resources": "nvidia.com/gpu",
        "binpack.resources.nvidia.com/gpu": 8,
    },
)
"""Fills a node's GPUs before it opens the next: what is left stays whole for large models."""

APART = Plugin(name="nodeorder", arguments={"podtopologyspread.weight": 12})
"""A second replica goes where none is, whatever packing says: 1200 against binpack's 1000 at most,
where the default of 2 is 200. The more there are, the less one counts, and packing has its say."""

TIERS = (
    (
        Plugin(name="priority"),
        Plugin(name="gang", preemptable=False, reclaimable=False, starving=False),
        Plugin(name="conformance"),
    ),
    (
        Plugin(name="drf", preemptable=False),
        Plugin(name="predicates"),
        Plugin(name="capacity", hierarchy=True),
        APART,
        GPU_PACKING,
    ),
)


class SchedulerSpec(Spec):
    """volcano-scheduler.conf as data. Volcano itself skips what it does not know, silently.

    There is no `enqueue`: with it capacity admits nobody into a full queue, and who is not admitted
    preempts nobody (volcano#3910). gang's vote on victims is off: it shields every job that has no
    more pods than its minimum, and so every single pod; and its say in who starves: it takes a
    model for sated that has one replica of many.
    """

    actions: tuple[Action, ...] = ("allocate", "preempt", "reclaim", "backfill")
    tiers: tuple[tuple[Plugin, ...], ...] = TIERS

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        plugins = [plugin for tier in self.tiers for plugin in tier]
        hierarchical = {plugin.name for plugin in plugins if plugin.hierarchy}
        gangs = [plugin for plugin in plugins if plugin.name == "gang"]
        shielding = {
            vote for vote in VOTES.values() for gang in gangs if getattr(gang, vote) is not False
        }
        names = [plugin.name for plugin in plugins]
        found = complaint(self.actions, names, hierarchical, shielding)
        if found:
            raise ValueError(found)
        return self


class VolcanoSpec(OperatorSpec):
    """Volcano. `pods_at_once` is the largest wave of pods it must take without losing one."""

    scheduler: SchedulerSpec = SchedulerSpec()
    pods_at_once: AtLeastOne = 500
