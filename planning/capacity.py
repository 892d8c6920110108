"""Who gives way to whom, and what the account must allow."""

from dataclasses import dataclass

from catalogue.instances import instances
from planning.node import Node
from planning.placement import Placement
from planning.pod import Pod
from planning.vcpus import FAMILIES, Family
from stacks.config import StackConfig


@dataclass(frozen=True, kw_only=True)
class Quota:
    """vCPUs of a family that the largest scale needs, against what the account has, if known."""

    name: str
    field: str
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
    found = []
    for family in FAMILIES:
        needed = sum(_vcpus(config, node, family) for node in maximum.nodes)
        if needed:
            limit = getattr(config.planning.quotas, family.field)
            found.append(
                Quota(name=family.name, field=family.field, needed_vcpus=needed, limit_vcpus=limit)
            )
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


def _vcpus(config: StackConfig, node: Node, family: Family) -> int:
    group = config.node_groups[node.group]
    kind = group.instance_type
    if kind is None or not kind.startswith(family.letter) or family.spot != bool(group.spot):
        return 0
    return instances()[kind].vcpus
