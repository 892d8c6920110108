"""How Volcano comes up: its kinds, its webhooks, then whoever creates objects of those kinds."""

from simulation.control_plane.context import Context
from simulation.control_plane.step import Step
from simulation.control_plane.volcano import objects, processes

MODULE = "volcano.sh/volcano"
KINDS = "volcano-kinds"
ADMISSION = "volcano-webhook-manager"
SCHEDULER = "volcano-scheduler"
CONTROLLERS = "volcano-controller-manager"


def steps(context: Context) -> list[Step]:
    """CRDs and configurations, then the three processes."""
    return [
        Step(KINDS, lambda: _kinds(context), after=("kube-apiserver",)),
        Step(ADMISSION, lambda: _admission(context), after=(KINDS,)),
        Step(SCHEDULER, lambda: _scheduler(context), after=(KINDS,)),
        Step(CONTROLLERS, lambda: _controllers(context), after=(KINDS,)),
    ]


def _kinds(context: Context) -> None:
    source = context.tools.source(MODULE)
    context.apply([*objects.namespaces(), *objects.webhooks(context.site)])
    context.apply_crds(objects.crds(source, context.cache))


def _admission(context: Context) -> None:
    context.run(processes.webhooks(context.site, context.tools.binary(ADMISSION)))


def _scheduler(context: Context) -> None:
    binary = context.tools.binary(SCHEDULER)
    context.run(processes.scheduler(context.site, binary, context.parts))


def _controllers(context: Context) -> None:
    context.run(processes.controllers(context.site, context.tools.binary(CONTROLLERS)))
