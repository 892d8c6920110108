"""What each queue is promised of the pool's GPUs, and what its models and jobs ask for."""

from dataclasses import dataclass

from components.node_group.scheduling import GPU_RESOURCE
from components.queue.arithmetic import ancestors, most, said
from components.queue.spec import QueueSpec
from planning.plan import Plan
from planning.pod import MODEL
from planning.spec import SCALES, Scale
from stacks.queues import pool

GPUS = "gpus"


@dataclass(frozen=True, kw_only=True)
class QueueShare:
    """Whole GPUs; None is unlimited. `at_most` is what it can ever have: its capability, and what
    nobody else is guaranteed. What queues below it ask for counts here, too."""

    name: str
    spec: QueueSpec
    guarantee: float | None
    deserved: float | None
    capability: float | None
    at_most: float
    models: dict[Scale, int]
    jobs: dict[Scale, int]

    def asked(self, scale: Scale) -> int:
        """By models and jobs together."""
        return self.models[scale] + self.jobs[scale]


def queue_shares(plan: Plan) -> list[QueueShare]:
    """Every queue of the stack, in its order."""
    config, there = plan.config, pool(plan.config)[GPUS]
    asked = {scale: _asked(plan, scale) for scale in SCALES}
    return [
        QueueShare(
            name=name,
            spec=spec,
            guarantee=said(spec.guarantee, GPUS),
            deserved=said(spec.deserved, GPUS),
            capability=said(spec.capability, GPUS),
            at_most=most(config.queues, name, GPUS, there),
            models={scale: asked[scale].get((name, True), 0) for scale in SCALES},
            jobs={scale: asked[scale].get((name, False), 0) for scale in SCALES},
        )
        for name, spec in config.queues.items()
    ]


def _asked(plan: Plan, scale: Scale) -> dict[tuple[str, bool], int]:
    """GPUs by queue, and by whether models or jobs ask for them."""
    queues = plan.queues()
    found: dict[tuple[str, bool], int] = {}
    for pod in plan.scales[scale].placement.pods:
        queue = queues[pod.about]
        for name in (queue, *ancestors(plan.config.queues, queue)):
            key = (name, pod.about.startswith(MODEL))
            counted = pod.gpus if pod.gpu_resource == GPU_RESOURCE else 0
            found[key] = found.get(key, 0) + counted
    return found
