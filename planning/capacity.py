"""Who gives way to whom, and what the account must allow."""

from dataclasses import dataclass

from catalogue.instances import instances
from planning.node import Node
from planning.placement import Placement
from planning.pod import Pod
from planning.spec import PlanningSpec
from stacks.config import StackConfig

FAMILIES = {
    "g": "Running On-Demand G and VT instances (L-DB2E81BA)",
    "p": "Running On-Demand P instances (L-417A185B)",
}
"""EC2's quotas for GPU instances count vCPUs, by the first letter of the type."""


@dataclass(frozen=True, kw_only=True)
class Quota:
    """vCPUs of a family that the largest scale needs, against what the account has, if known."""

    name: str
    needed_vcpus: int
    limit_vcpus: int | None

    @property
    def exceeded(self) -> bool:
        """Whether the limit is known and too low."""
        return self.limit_vcpus is not None and self.needed_vcpus > self.limit_vcpus


def preempted(minimum: Placement, maximum: Placement) -> list[Pod]:
    """Pods that run at minimum scale and have no place at maximum."""
    running = {(pod.about, pod.name) for node in minimum.nodes for pod in node.pods}
    return [pod for pod in maximum.waiting if (pod.about, pod.name) in running]


def quotas(config: StackConfig, maximum: Placement) -> list[Quota]:
    """One entry for each family that the stack uses; spot has limits of its own."""
    planning = config.planning
    found = []
    for family, name in FAMILIES.items():
        needed = sum(_vcpus(config, node, family) for node in maximum.nodes)
        if needed:
            limit = _limit(planning, family)
            found.append(Quota(name=name, needed_vcpus=needed, limit_vcpus=limit))
    return found


def zones_without(config: StackConfig) -> dict[str, list[str]]:
    """By node group, the zones it names that do not offer its type, where that is declared."""
    found = {}
    for name, group in config.node_groups.items():
        offering = config.planning.zones.get(group.instance_type or "")
        missing = [zone for zone in group.zones if offering and zone not in offering]
        if missing:
            found[name] = missing
    return found


def _limit(planning: PlanningSpec, family: str) -> int | None:
    return planning.quotas.g_vcpus if family == "g" else planning.quotas.p_vcpus


def _vcpus(config: StackConfig, node: Node, family: str) -> int:
    kind = config.node_groups[node.group].instance_type
    if kind is None or not kind.startswith(family):
        return 0
    return instances()[kind].vcpus
