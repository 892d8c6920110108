"""What is left over, what a loss takes away, and what the account must allow."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from catalogue.instances import instances
from planning.placement import NO_ZONE, Node, Placement, moved_to
from planning.replicas import Replica
from planning.spec import PlanningSpec
from stacks.config import StackConfig

FAMILIES = {
    "g": "Running On-Demand G and VT instances (L-DB2E81BA)",
    "p": "Running On-Demand P instances (L-417A185B)",
}
"""EC2's quotas for GPU instances count vCPUs, by the first letter of the type."""


@dataclass(frozen=True, kw_only=True)
class Loss:
    """What happens when `lost` goes and no new node comes: replicas of each model that wait."""

    lost: str
    waiting: dict[str, int]
    down: tuple[str, ...]


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


def preempted(minimum: Placement, maximum: Placement) -> list[Replica]:
    """Replicas that run at minimum scale and have no place at maximum."""
    running = {(pod.model, pod.index) for node in minimum.nodes for pod in node.replicas}
    return [pod for pod in maximum.waiting if (pod.model, pod.index) in running]


def losses(placement: Placement) -> list[Loss]:
    """Of each group the nodes whose loss silences a model and the worst other, and each zone."""
    groups = dict.fromkeys(node.group for node in placement.nodes)
    zones = {node.zone for node in placement.nodes} - {NO_ZONE}
    found = [loss for group in groups for loss in _node_losses(placement.of_group(group))]
    found += [_loss(placement.nodes, f"zone {zone}", _in(zone)) for zone in sorted(zones)]
    return [loss for loss in found if loss.waiting]


def _node_losses(nodes: list[Node]) -> list[Loss]:
    """Nodes with the same models on them are equally bad to lose."""
    distinct = {tuple(sorted(pod.model for pod in node.replicas)): node for node in nodes}
    found = [_loss(nodes, f"node {node.name}", _is(node)) for node in distinct.values()]
    worst = max(found, key=lambda loss: (len(loss.down), sum(loss.waiting.values())))
    return [loss for loss in found if loss.down or loss is worst]


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


def _is(lost: Node) -> Callable[[Node], bool]:
    return lambda node: node.name == lost.name


def _in(zone: str) -> Callable[[Node], bool]:
    return lambda node: node.zone == zone


def _loss(nodes: Iterable[Node], name: str, gone: Callable[[Node], bool]) -> Loss:
    remaining = list(nodes)
    moved = [pod for node in remaining if gone(node) for pod in node.replicas]
    kept = [_copy(node) for node in remaining if not gone(node)]
    left = moved_to(kept, moved)
    serving = {pod.model for node in kept for pod in node.replicas}
    waiting = _counts(left)
    return Loss(
        lost=name,
        waiting=waiting,
        down=tuple(model for model in waiting if model not in serving),
    )


def _copy(node: Node) -> Node:
    return replace(node, replicas=list(node.replicas), gpus=dict(node.gpus))


def _counts(pods: Iterable[Replica]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for pod in pods:
        counted[pod.model] = counted.get(pod.model, 0) + 1
    return counted
