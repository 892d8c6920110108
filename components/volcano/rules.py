"""Which actions and plugins of Volcano's scheduler go together, and why.

Source: Volcano 1.15.1, docs/user-guide/how_to_use_capacity_plugin.md and pkg/scheduler.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet

ORDER = ("enqueue", "allocate", "backfill")
TAKING = {"preempt", "reclaim", "gangpreempt", "gangreclaim"}
ADMITTING = {"capacity", "proportion", "overcommit"}
"""Plugins that keep a job from entering its queue."""

VOTES = {"preempt": "preemptable", "reclaim": "reclaimable"}
"""By action, the switch of a plugin's vote on its victims."""


def complaint(
    actions: Sequence[str],
    plugins: Sequence[str],
    hierarchical: AbstractSet[str],
    shielding: AbstractSet[str],
) -> str:
    """The first reason why these do not go together, or nothing.

    `hierarchical` names the plugins that make queues a tree, `shielding` gang's votes on victims.
    """
    rules = (
        _twice(actions),
        _twice(plugins),
        _places_nothing(actions, plugins),
        _order(actions),
        _queues(actions, plugins),
        _hierarchy(hierarchical),
        _victims(actions, plugins),
        _admission(actions, plugins),
        _shield(actions, shielding),
        _moving(actions, plugins),
    )
    return next((rule for rule in rules if rule), "")


def _twice(names: Sequence[str]) -> str:
    twice = sorted(name for name, count in Counter(names).items() if count > 1)
    return f"names {twice[0]} twice; keep one" if twice else ""


def _places_nothing(actions: Collection[str], plugins: Collection[str]) -> str:
    if "allocate" not in actions:
        return "has no action `allocate`, so no pod would ever be placed; add it"
    if "predicates" not in plugins:
        return "has no plugin `predicates`, so taints and selectors would not count; add it"
    return ""


def _order(actions: Sequence[str]) -> str:
    """What enters comes first and what fills the gaps comes last."""
    present = [action for action in ORDER if action in actions]
    if present != [action for action in actions if action in ORDER]:
        return f"has its actions out of order; keep {', '.join(present)} in this order"
    return ""


def _queues(actions: Collection[str], plugins: Collection[str]) -> str:
    """Both plugins keep the same books; without either a queue has no share to take back."""
    if {"capacity", "proportion"} <= set(plugins):
        return "has both capacity and proportion, which keep the same books; keep one"
    sharing = {"capacity", "proportion"} & set(plugins)
    if {"reclaim", "gangreclaim"} & set(actions) and not sharing:
        return "reclaims between queues, but has neither capacity nor proportion; add one"
    return ""


def _hierarchy(hierarchical: AbstractSet[str]) -> str:
    """drf has a switch of the same name that reads queue annotations we do not write."""
    wrong = sorted(hierarchical - {"capacity"})
    return f"sets hierarchy on {wrong[0]}; only capacity has a tree of queues" if wrong else ""


def _victims(actions: Collection[str], plugins: Collection[str]) -> str:
    """Preemption asks plugins for victims; priority is the one that knows who may yield."""
    if {"preempt", "gangpreempt"} & set(actions) and "priority" not in plugins:
        return "preempts, but has no plugin `priority` to say who yields; add it"
    if {"gangpreempt", "gangreclaim"} & set(actions) and "gang" not in plugins:
        return "takes whole gangs, but has no plugin `gang`; add it"
    return ""


def _admission(actions: Collection[str], plugins: Collection[str]) -> str:
    """A job that is not admitted takes nothing: preempt and reclaim skip pending pod groups."""
    if "overcommit" in plugins and "enqueue" not in actions:
        return "has plugin `overcommit` without action `enqueue`, so it does nothing; remove it"
    taking = sorted(TAKING & set(actions))
    if "enqueue" in actions and taking and ADMITTING & set(plugins):
        return (
            f"has action `enqueue` beside `{taking[0]}`: a full queue admits nobody, and who is "
            "not admitted takes nothing back; remove enqueue"
        )
    return ""


def _shield(actions: Collection[str], shielding: AbstractSet[str]) -> str:
    """gang's vote keeps every job at its minimum, which a single pod always is."""
    for action, vote in VOTES.items():
        if action in actions and vote in shielding:
            return (
                f"has action `{action}`, but plugin gang shields every job that runs no more than "
                f"its minimum, and so all single pods; set `{vote}: false` on gang"
            )
    return ""


def _moving(actions: Collection[str], plugins: Collection[str]) -> str:
    """rescheduling goes by the use of CPU and memory, and asks no budget and no `preemptable`."""
    if {"rescheduling", "binpack"} <= set(plugins):
        return (
            "has plugin `rescheduling` beside `binpack`: it evicts from busy nodes to idle ones "
            "what binpack has packed, without a limit; remove rescheduling"
        )
    if "shuffle" in actions and "rescheduling" not in plugins:
        return "has action `shuffle`, and no plugin `rescheduling` to say what moves; remove it"
    return ""
