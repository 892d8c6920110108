"""What one can ask of a simulation: up, preview, destroy, down."""

import shutil
import sys

from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.update import UpdateFailed
from simulation.nodes.volumes import bring
from simulation.outcome.training import training
from simulation.outcome.watch import Patience, outcomes, settled
from simulation.run.needs import programs
from simulation.run.place import Place
from simulation.run.screen import Screen
from simulation.run.session import Session, opened
from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.machine import lacks
from simulation.toolchain.terminal import shown
from simulation.toolchain.toolchain import Toolchain
from stacks.config import StackConfig
from stacks.file import read

JOBS_PATIENCE = Patience(seconds=60, still_seconds=10)
"""A job may wait for its turn: that is shown, and is no failure."""


def up(place: Place, screen: Screen) -> int:
    """Every model of the stack to Ready, and a table of what became of each."""
    config = _checked(place, screen)
    session = opened(place, config, toolchain(place, config), screen)
    screen.step("pulumi up")
    failed = _updated(session)
    if not failed:
        bring(session.plane.api, config)
    screen.step("waiting for the models")
    patience = Patience(still_seconds=5) if failed else Patience()
    found = settled(lambda: outcomes(session.plane.api, config), screen.progress, patience)
    jobs = settled(lambda: training(session.plane.api, config), lambda _: None, JOBS_PATIENCE)
    screen.result(config, found)
    screen.jobs(config, jobs)
    for text in session.plane.failures():
        screen.line(text)
    session.plane.detach()
    screen.next_steps(place, session.plane.kubeconfig)
    ended_badly = any(one.failed for one in jobs)
    return int(failed or ended_badly or not all(one.settled for one in found))


def preview(place: Place, screen: Screen) -> int:
    """What `up` would change, on the cluster as it is; a cluster started for it ends with it."""
    config = _checked(place, screen)
    ran = ControlPlane.attach(place.cluster) is not None
    session = opened(place, config, toolchain(place, config), screen)
    screen.step("pulumi preview")
    session.engine.preview(session.config)
    if ran:
        session.plane.detach()
    else:
        session.plane.stop()
    return 0


def destroy(place: Place, screen: Screen) -> int:
    """Remove what the stack has made, and leave the empty cluster running."""
    config = read(place.file)
    if not place.engine.exists():
        screen.step(f"nothing of `{place.stack}` has been made here")
        return 0
    session = opened(place, config, toolchain(place, config), screen)
    screen.step("pulumi destroy")
    session.engine.destroy(session.config)
    session.plane.detach()
    return 0


def down(place: Place, screen: Screen) -> int:
    """End the cluster and remove all of its files, the engine's memory of it among them."""
    if not place.state.exists():
        others = ", ".join(place.simulated())
        known = f", only of {others}" if others else ""
        screen.step(f"there is no simulation of `{place.stack}` here{known}")
        return 0
    plane = ControlPlane.attach(place.cluster)
    if plane is not None:
        screen.step(f"ending the cluster of `{place.stack}`")
        plane.remove()
    shutil.rmtree(place.state, ignore_errors=True)
    screen.step(f"nothing of `{place.stack}` is left")
    return 0


def _checked(place: Place, screen: Screen) -> StackConfig:
    config = read(place.file)
    screen.step(f"{place.file.name} is valid; it asks for")
    screen.asked(config)
    return config


def toolchain(place: Place, config: StackConfig) -> Toolchain:
    """The tools of a stack, built if they are not yet; raises BuildFailed where that cannot be.

    A cluster that runs already has what it needs of the machine.
    """
    running = ControlPlane.attach(place.cluster) is not None
    if not running and (missing := lacks()):
        raise BuildFailed("\n".join(missing))
    made = Toolchain(progress=shown(sys.stdout))
    made.prepare(programs(config))
    return made


def _updated(session: Session) -> bool:
    """True where the engine failed; what it could do is done, and the table will show it."""
    try:
        session.engine.up(session.config)
    except UpdateFailed:
        return True
    return False
