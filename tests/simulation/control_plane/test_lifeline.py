"""Who ends with whom: nothing outlives its starter unless it was let go."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from simulation.control_plane.identity import Identity
from simulation.control_plane.process import Process
from simulation.control_plane.record import Record
from simulation.control_plane.supervision import CHECKOUT, Supervision
from tests.support.patience import eventually

SLEEP = Process(name="sleeper", argv=("/bin/sleep", "300"))
BEGIN = """
import sys, time
from pathlib import Path
from simulation.control_plane.process import Process
from simulation.control_plane.supervision import Supervision
supervision = Supervision.begun(Path(sys.argv[1]))
supervision.ensure(Process(name="sleeper", argv=("/bin/sleep", "300")))
if "detach" in sys.argv:
    supervision.detach()
print("ready", flush=True)
time.sleep(300)
"""


def starter(state: Path, *options: str) -> subprocess.Popen[str]:
    popen = subprocess.Popen(
        [sys.executable, "-c", BEGIN, str(state), *options],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert popen.stdout is not None
    assert popen.stdout.readline() == "ready\n"
    return popen


def killed(popen: subprocess.Popen[str]) -> None:
    assert popen.stdout is not None
    with popen.stdout:
        popen.kill()
        popen.wait()


def owned(state: Path) -> list[Identity]:
    record = Record.read(state)
    assert record is not None
    return [record.supervisor, *record.children]


def test_nothing_outlives_a_killed_starter(state: Path) -> None:
    popen = starter(state)
    everyone = owned(state)
    assert len(everyone) == 2

    killed(popen)

    assert eventually(lambda: not any(each.alive() for each in everyone))
    assert Supervision.found(state) is None


def test_what_was_detached_outlives_its_starter_and_is_found_again(state: Path) -> None:
    killed(starter(state, "detach"))

    found = Supervision.found(state)

    assert found is not None
    assert found.mine
    assert [status.exit for status in found.statuses()] == [None]
    found.end()
    assert Supervision.found(state) is None


def test_a_cluster_that_another_run_holds_is_not_mine(state: Path) -> None:
    popen = starter(state)

    found = Supervision.found(state)

    assert found is not None
    assert not found.mine
    killed(popen)


def test_nothing_outlives_a_killed_supervisor(state: Path) -> None:
    supervision = Supervision.begun(state)
    supervision.ensure(SLEEP)
    supervisor, child = owned(state)

    os.kill(supervisor.pid, signal.SIGKILL)

    assert eventually(lambda: not child.alive())
    again = Supervision.begun(state)
    again.end()


def test_two_clusters_live_side_by_side(tmp_path: Path) -> None:
    states = [tmp_path / name for name in ("one", "two")]
    for each in states:
        (each / "logs").mkdir(parents=True)
    one, two = [Supervision.begun(each) for each in states]
    one.ensure(SLEEP)
    two.ensure(SLEEP)

    one.end()

    assert [status.exit for status in two.statuses()] == [None]
    two.end()
