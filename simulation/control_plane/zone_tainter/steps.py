"""How the zone tainter comes up: what it may do, as on any cluster, and then itself."""

from components.zone_tainter.manifest import NAME, rights
from simulation.control_plane.context import Context
from simulation.control_plane.step import Step
from simulation.control_plane.zone_tainter.processes import zone_tainter

RIGHTS = "zone-tainter-rights"


def steps(context: Context) -> list[Step]:
    """It is no administrator, unlike the operators: its rights are the repository's own."""
    return [
        Step(RIGHTS, lambda: context.apply(rights()), after=("kube-apiserver",)),
        Step(NAME, lambda: context.run(zone_tainter(context.site)), after=(RIGHTS,)),
    ]
