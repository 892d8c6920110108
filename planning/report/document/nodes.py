"""The node groups of a plan, and at each scale its nodes with what sits on them, as plain data."""

from typing import Any

from planning.node import Node
from planning.placement import Placement
from planning.plan import Plan
from planning.region import zones
from planning.spec import PURCHASES, SCALES

Plain = dict[str, Any]


def groups(plan: Plan) -> list[Plain]:
    """Every node group with its price and how many nodes it has."""
    return [_group(plan, name) for name in plan.config.node_groups]


def nodes(plan: Plan) -> dict[str, list[Plain]]:
    """Every node, by scale."""
    return {scale: [_node(node) for node in plan.scales[scale].placement.nodes] for scale in SCALES}


def waiting(plan: Plan) -> dict[str, list[str]]:
    """The pods without a place, by scale."""
    return {scale: [pod.name for pod in plan.scales[scale].placement.waiting] for scale in SCALES}


def _group(plan: Plan, name: str) -> Plain:
    spec, price = plan.config.node_groups[name], plan.prices[name]
    product, gpus, _ = spec.gpu()
    return {
        "name": name,
        "instance_type": spec.instance_type,
        "gpu": product if gpus else None,
        "gpus_per_node": gpus,
        "zones": list(zones(plan.config, spec)),
        "max_nodes": spec.max_nodes,
        "price": {
            **{purchase: price.of(purchase) for purchase in PURCHASES},
            "buying": price.buying,
            "derived": price.derived,
            "source": price.source,
        },
        "idle_gpus": {scale: _idle(plan.scales[scale].placement, name) for scale in SCALES},
        "more_nodes": spec.max_nodes - _count(plan.scales["maximum"].placement, name),
        "nodes": {scale: _count(plan.scales[scale].placement, name) for scale in SCALES},
        "hourly": {scale: round(plan.scales[scale].by_group[name], 4) for scale in SCALES},
    }


def _idle(placement: Placement, group: str) -> int:
    return sum(node.capacity.gpus - node.gpus_used for node in placement.of_group(group))


def _count(placement: Placement, group: str) -> int:
    return len(placement.of_group(group))


def _node(node: Node) -> Plain:
    return {
        "name": node.name,
        "group": node.group,
        "zone": node.zone,
        "gpus": node.capacity.gpus,
        "gpus_used": node.gpus_used,
        "cpu_free": round(node.capacity.cpu - node.cpu, 2),
        "memory_free_gib": round(node.capacity.memory_mib / 1024 - node.memory_gib, 1),
        "pods": [{"about": p.about, "name": p.name, "gpus": p.gpus} for p in node.pods],
    }
