"""How Volcano comes up: its kinds, its webhooks, then whoever creates objects of those kinds."""

from simulation.control_plane.context import Context
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.step import Step
from simulation.control_plane.volcano import objects, processes

MODULE = "volcano.sh/volcano"
SOURCES = "volcano-sources"
CONFIGURATIONS = "volcano-configurations"
KINDS = "volcano-kinds"
ADMISSION = "volcano-webhook-manager"
SCHEDULER = "volcano-scheduler"
CONTROLLERS = "volcano-controller-manager"


def steps(context: Context) -> list[Step]:
    """The webhook process only needs its configurations, and takes a second for each of them."""
    return [
        Step(SOURCES, lambda: _crds(context)),
        Step(CONFIGURATIONS, lambda: _configurations(context), after=("kube-apiserver",)),
        Step(ADMISSION, lambda: _admission(context), after=(CONFIGURATIONS,)),
        Step(KINDS, lambda: context.apply_crds(_crds(context)), after=(CONFIGURATIONS, SOURCES)),
        Step(SCHEDULER, lambda: _scheduler(context), after=(KINDS,)),
        Step(CONTROLLERS, lambda: _controllers(context), after=(KINDS,)),
    ]


def _crds(context: Context) -> list[Manifest]:
    return objects.crds(context.tools.source(MODULE), context.cache)


def _configurations(context: Context) -> None:
    context.apply([*objects.namespaces(), *objects.webhooks(context.site)])


def _admission(context: Context) -> None:
    context.run(processes.webhooks(context.site, context.tools.binary(ADMISSION)))


def _scheduler(context: Context) -> None:
    binary = context.tools.binary(SCHEDULER)
    context.run(processes.scheduler(context.site, binary, context.parts))


def _controllers(context: Context) -> None:
    context.run(processes.controllers(context.site, context.tools.binary(CONTROLLERS)))
