"""`python -m simulation inspect`: what a stack makes, past the trade's own checkers.

That its Pods meet the Pod Security level `restricted` needs no checker: their namespaces enforce
it, so the API server has refused every Pod that does not. The zone tainter runs here without its
Deployment, so what a real cluster is given is inspected as it is written.
"""

from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.made import made
from simulation.inspection.inspection import Checkers, Inspection, inspection
from simulation.inspection.live import live
from simulation.inspection.pods import pods
from simulation.inspection.table import kinds, summary
from simulation.run.commands import up
from simulation.run.place import Place
from simulation.run.screen import Screen
from simulation.toolchain.toolchain import Toolchain
from stacks.file import read
from stacks.tainting import tainting


def inspect(place: Place, screen: Screen) -> int:
    """Bring the stack up, inspect it, and end the cluster if it was started for this."""
    ran = ControlPlane.attach(place.cluster) is not None
    failed = up(place, screen)
    plane = ControlPlane.attach(place.cluster)
    assert plane is not None, "`up` leaves its cluster running"
    try:
        return failed or _shown(_inspected(place, plane, screen), screen)
    finally:
        if not ran:
            plane.stop()


def _inspected(place: Place, plane: ControlPlane, screen: Screen) -> Inspection:
    toolchain = Toolchain()
    toolchain.prepare(["kubeconform"])
    asked = made(place.engine, place.stack)
    namespaces = [one["metadata"]["name"] for one in asked if one["kind"] == "Namespace"]
    unrun = tainting(read(place.file))
    screen.step("inspecting what was asked for, and what the cluster made of it")
    return inspection(
        plane.api,
        [*asked, *unrun, *pods(unrun), *live(plane.api, namespaces)],
        Checkers(kubeconform=toolchain.binary("kubeconform"), checkov=place.checkers / "checkov"),
        place.inspection,
    )


def _shown(found: Inspection, screen: Screen) -> int:
    screen.line(kinds(found))
    screen.console.print(summary(found))
    for text in found.objections:
        screen.line(text)
    return int(bool(found.objections))
