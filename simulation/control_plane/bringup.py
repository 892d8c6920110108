"""From parts to a running cluster: all steps of all operators, as parallel as they allow."""

from simulation.control_plane.context import Context
from simulation.control_plane.keda.steps import steps as keda
from simulation.control_plane.knative.steps import steps as knative
from simulation.control_plane.kserve.steps import steps as kserve
from simulation.control_plane.kubernetes.steps import steps as kubernetes
from simulation.control_plane.step import Step, run_all
from simulation.control_plane.volcano.steps import steps as volcano
from simulation.control_plane.zone_tainter.steps import steps as zone_tainter


def bring_up(context: Context) -> None:
    """Run what the parts ask for, and end what they no longer ask for."""
    run_all(_steps(context))
    supervision = context.readiness.supervision
    running = {status.name for status in supervision.statuses()}
    supervision.forget(sorted(running - context.expected))


def _steps(context: Context) -> list[Step]:
    parts = context.parts
    optional = (
        (volcano, parts.volcano),
        (kserve, parts.kserve),
        (knative, parts.knative),
        (keda, parts.keda),
        (zone_tainter, parts.zone_tainter),
    )
    chosen = [steps for steps, wanted in optional if wanted]
    return [*kubernetes(context), *(step for steps in chosen for step in steps(context))]
