"""The stack's scheduler: as the platform says, and with what its groups and jobs need of it."""

from components.hyper_node.manifest import hyper_nodes
from components.types import Manifest
from components.volcano.plugins import NEARNESS, SPREADING
from components.volcano.spec import SchedulerSpec, VolcanoSpec
from planning.region import zones
from stacks.config import StackConfig


def scheduler(config: StackConfig) -> SchedulerSpec:
    """A plugin that the platform configures itself stays as it is."""
    said = (config.platform.volcano or VolcanoSpec()).scheduler
    named = {plugin.name for tier in said.tiers for plugin in tier}
    spread = any(group.packing == "spread" for group in config.node_groups.values())
    needed = ((SPREADING, spread), (NEARNESS, keeps_near(config)))
    more = tuple(plugin for plugin, asked in needed if asked and plugin.name not in named)
    *first, last = said.tiers
    return said.model_copy(update={"tiers": (*first, (*last, *more))})


def topology(config: StackConfig) -> list[Manifest]:
    """The HyperNodes of all groups, where some job wants its workers near each other."""
    known = {name: zones(config, group) for name, group in config.node_groups.items()}
    return list(hyper_nodes(known)) if keeps_near(config) else []


def keeps_near(config: StackConfig) -> bool:
    """Whether a job says that its workers belong into one zone."""
    return any(job.near for job in config.jobs.values())
