"""Who shares the GPUs with whom: the queues, and what each priority may do to the others."""

from typing import Any

from components.node_group.capacity import node_capacity
from components.node_group.scheduling import GPU_RESOURCE
from components.priority.table import effects
from planning.plan import Plan
from planning.queues import queue_shares

Plain = dict[str, Any]


def pool_gpus(plan: Plan) -> dict[str, int]:
    """All that the queues have to share: whole GPUs of the fewest nodes, and of the most."""
    groups = [(g, node_capacity(g).gpu_resources) for g in plan.config.node_groups.values()]
    return {
        "minimum": sum(g.min_nodes * there.get(GPU_RESOURCE, 0) for g, there in groups),
        "maximum": sum(g.max_nodes * there.get(GPU_RESOURCE, 0) for g, there in groups),
    }


def queues(plan: Plan) -> list[Plain]:
    """Every queue with its promises and what is asked of it, in whole GPUs."""
    return [
        {
            "name": share.name,
            "parent": share.spec.parent,
            "weight": share.spec.weight,
            "reclaimable": share.spec.reclaimable,
            "guarantee": share.guarantee,
            "deserved": share.deserved,
            "capability": share.capability,
            "at_most": share.at_most,
            "models": share.models,
            "jobs": share.jobs,
        }
        for share in queue_shares(plan)
    ]


def priorities(plan: Plan) -> list[Plain]:
    """Every class, the highest first, with what it does to the others and who has it."""
    specs = plan.config.priorities
    return [
        {
            "name": name,
            "value": specs[name].value,
            "description": specs[name].description,
            "to": to,
            "models": [model.name for model in plan.models if model.priority == name],
            "jobs": [job.name for job in plan.jobs if job.priority == name],
        }
        for name, to in effects(specs).items()
    ]
