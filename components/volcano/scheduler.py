"""The scheduler's configuration file, from its specification."""

import yaml

from components.types import Manifest
from components.volcano.spec import Plugin, SchedulerSpec

FLAT_LACKS_ACTIONS = frozenset({"gangpreempt", "gangreclaim"})
FLAT_LACKS_PLUGINS = frozenset({"network-topology-aware", "resource-strategy-fit"})
"""Not in Volcano 1.10, the newest that can be built where there is no registry of images."""


def scheduler_conf(spec: SchedulerSpec, *, flat: bool = False) -> str:
    """volcano-scheduler.conf; `flat` leaves out what Volcano 1.10 lacks (see `left_out`)."""
    conf = {
        "actions": ", ".join(a for a in spec.actions if not (flat and a in FLAT_LACKS_ACTIONS)),
        "tiers": [{"plugins": tier} for tier in _tiers(spec, flat) if tier],
    }
    return yaml.safe_dump(conf, sort_keys=False)


def left_out(spec: SchedulerSpec) -> list[str]:
    """What of `spec` a flat configuration does not have, in words."""
    plugins = [plugin for tier in spec.tiers for plugin in tier]
    actions = [f"action {a}" for a in spec.actions if a in FLAT_LACKS_ACTIONS]
    absent = [f"plugin {p.name}" for p in plugins if p.name in FLAT_LACKS_PLUGINS]
    trees = [f"hierarchy of plugin {p.name}" for p in plugins if p.hierarchy]
    return actions + absent + trees


def _tiers(spec: SchedulerSpec, flat: bool) -> list[list[Manifest]]:
    return [
        [_option(p, flat) for p in tier if not (flat and p.name in FLAT_LACKS_PLUGINS)]
        for tier in spec.tiers
    ]


def _option(plugin: Plugin, flat: bool) -> Manifest:
    said = {
        "enableHierarchy": None if flat else plugin.hierarchy,
        "enablePreemptable": plugin.preemptable,
        "enableReclaimable": plugin.reclaimable,
        "enableJobStarving": plugin.starving,
        "arguments": plugin.arguments or None,
    }
    return {"name": plugin.name, **{key: value for key, value in said.items() if value is not None}}
