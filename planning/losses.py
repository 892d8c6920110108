"""What the loss of a node or of a zone takes away, while no new node comes."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from planning.node import Node
from planning.placement import NO_ZONE, Placement, moved_to
from planning.pod import JOB, Gang, Pod


@dataclass(frozen=True, kw_only=True)
class Loss:
    """When `lost` goes: how many pods of each entry wait then, and for whom nobody answers.

    Models as if no job ran: a node that is there for a job only is nobody's reserve.
    """

    lost: str
    waiting: dict[str, int]
    down: tuple[str, ...]


def beside_jobs(models: Placement, everything: Placement) -> list[Loss]:
    """Of `models` as they are alone, and of the jobs in `everything`."""
    found = {loss.lost: loss for loss in losses(models)}
    for loss in losses(everything):
        jobs = {about: n for about, n in loss.waiting.items() if about.startswith(JOB)}
        if jobs:
            known = found.get(loss.lost, Loss(lost=loss.lost, waiting={}, down=()))
            found[loss.lost] = replace(known, waiting={**known.waiting, **jobs})
    return list(found.values())


def losses(placement: Placement) -> list[Loss]:
    """Of each group the nodes whose loss silences a model and the worst other, and each zone."""
    groups = dict.fromkeys(node.group for node in placement.nodes)
    zones = {node.zone for node in placement.nodes} - {NO_ZONE}
    found = [loss for group in groups for loss in _node_losses(placement, group)]
    found += [_loss(placement.nodes, f"zone {zone}", _in(zone)) for zone in sorted(zones)]
    return [loss for loss in found if loss.waiting]


def _node_losses(placement: Placement, group: str) -> list[Loss]:
    """Nodes with the same entries on them are equally bad to lose."""
    nodes = placement.of_group(group)
    distinct = {tuple(sorted(pod.about for pod in node.pods)): node for node in nodes}
    found = [_loss(nodes, f"node {node.name}", _is(node)) for node in distinct.values()]
    worst = max(found, key=lambda loss: (len(loss.down), sum(loss.waiting.values())))
    return [loss for loss in found if loss.down or loss is worst]


def _is(lost: Node) -> Callable[[Node], bool]:
    return lambda node: node.name == lost.name


def _in(zone: str) -> Callable[[Node], bool]:
    return lambda node: node.zone == zone


def _loss(nodes: Iterable[Node], name: str, gone: Callable[[Node], bool]) -> Loss:
    there = list(nodes)
    lost = [pod for node in there if gone(node) for pod in node.pods]
    kept = _to_change([node for node in there if not gone(node)], lost)
    left = moved_to(kept, _broken(kept, lost))
    serving = {pod.about for node in kept for pod in node.pods} if left else set()
    silent = {pod.about for pod in left if pod.answers and pod.about not in serving}
    waiting = Counter(pod.about for pod in left)
    return Loss(
        lost=name,
        waiting=dict(waiting),
        down=tuple(about for about in waiting if about in silent),
    )


def _to_change(nodes: list[Node], lost: list[Pod]) -> list[Node]:
    """Copies of those that may take or lose a pod; the others stay as they are."""
    gangs = {pod.gang for pod in lost if pod.together > 1}
    everywhere = any(not pod.gpus for pod in lost)

    def touched(node: Node) -> bool:
        open_to = everywhere or not node.full
        return open_to or any(pod.gang in gangs for pod in node.pods if pod.together > 1)

    return [_copy(node) if touched(node) else node for node in nodes]


def _broken(kept: list[Node], lost: list[Pod]) -> list[Gang]:
    """What needs a new place: the lost pods, and the rest of a gang that is too small without them.

    Where enough of a gang is left, each lost pod comes back by itself.
    """
    gangs: dict[str, list[Pod]] = {}
    for pod in lost:
        gangs.setdefault(pod.gang, []).append(pod)
    found: list[Gang] = []
    for gang, gone in gangs.items():
        together = gone[0].together
        rest = [(n, p) for n in kept for p in n.pods if p.gang == gang] if together > 1 else []
        if together == 1 or len(rest) >= together:
            found += [(pod,) for pod in gone]
            continue
        for node, pod in rest:
            node.remove(pod)
        every = [*gone, *(pod for _, pod in rest)]
        found += [tuple(every[:together]), *((pod,) for pod in every[together:])]
    return found


def _copy(node: Node) -> Node:
    return replace(node, pods=list(node.pods), gpus=dict(node.gpus), services=dict(node.services))
