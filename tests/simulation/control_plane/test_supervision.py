import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.identity import Identity
from simulation.control_plane.process import SERVER, STORE, Process
from simulation.control_plane.record import Record
from simulation.control_plane.supervision import CHECKOUT, Supervision

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


def eventually(true: Callable[[], bool]) -> bool:
    deadline = time.monotonic() + 10
    while not true() and time.monotonic() < deadline:
        time.sleep(0.02)
    return true()


@pytest.fixture
def state(tmp_path: Path) -> Path:
    (tmp_path / "logs").mkdir()
    return tmp_path


@pytest.fixture
def supervision(state: Path) -> Iterator[Supervision]:
    supervision = Supervision.begun(state)
    yield supervision
    supervision.end()


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


def test_runs_a_process_and_logs_what_it_says(supervision: Supervision, state: Path) -> None:
    supervision.ensure(Process(name="speaker", argv=("/bin/echo", "hello")))

    assert eventually(lambda: (state / "logs" / "speaker.log").read_text() == "hello\n")


def test_leaves_a_process_alone_that_runs_just_so_already(supervision: Supervision) -> None:
    assert supervision.ensure(SLEEP)
    before = supervision.statuses()

    assert not supervision.ensure(SLEEP)
    assert supervision.statuses() == before


def test_starts_a_process_anew_when_what_it_reads_has_changed(supervision: Supervision) -> None:
    supervision.ensure(SLEEP)
    [before] = supervision.statuses()
    changed = Process(name=SLEEP.name, argv=SLEEP.argv, inputs="another configuration")

    assert supervision.ensure(changed)
    [after] = supervision.statuses()
    assert after.pid != before.pid
    assert Identity.of(before.pid) is None


def test_knows_how_a_process_ended(supervision: Supervision) -> None:
    supervision.ensure(Process(name="failing", argv=("/bin/sh", "-c", "exit 3")))
    supervision.ensure(SLEEP)
    supervision.signal(SLEEP.name, signal.SIGKILL)

    assert eventually(
        lambda: (
            {status.name: status.exit for status in supervision.statuses()}
            == {"failing": 3, "sleeper": -signal.SIGKILL}
        )
    )


def test_a_process_that_does_not_exist_is_an_error_that_names_it(supervision: Supervision) -> None:
    with pytest.raises(ControlPlaneError, match="/no/such/program"):
        supervision.ensure(Process(name="ghost", argv=("/no/such/program",)))


def test_what_others_stand_on_ends_last(supervision: Supervision, state: Path) -> None:
    script = "trap 'sleep 0.1; echo $0 >> {}; exit' TERM; echo up; while :; do sleep 0.02; done"
    ends = state / "ends"
    for name, tier in (("store", STORE), ("server", SERVER), ("operator", 2)):
        argv = ("/bin/sh", "-c", script.format(ends), name)
        supervision.ensure(Process(name=name, argv=argv, tier=tier))
        log = state / "logs" / f"{name}.log"
        assert eventually(lambda log=log: log.read_text() == "up\n")  # type: ignore[misc]

    supervision.end()

    assert ends.read_text().split() == ["operator", "server", "store"]


def test_a_process_that_does_not_listen_to_reason_is_killed(supervision: Supervision) -> None:
    script = "trap '' TERM; while :; do sleep 0.1; done"
    supervision.ensure(Process(name="deaf", argv=("/bin/sh", "-c", script)))
    [status] = supervision.statuses()

    supervision.end()

    assert Identity.of(status.pid) is None


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


def test_a_process_started_again_speaks_into_a_fresh_log(
    supervision: Supervision, state: Path
) -> None:
    log = state / "logs" / "speaker.log"
    supervision.ensure(Process(name="speaker", argv=("/bin/echo", "first")))
    assert eventually(lambda: log.read_text() == "first\n")

    supervision.ensure(Process(name="speaker", argv=("/bin/echo", "second")))

    assert eventually(lambda: log.read_text() == "second\n")
    assert (state / "logs" / "speaker.previous.log").read_text() == "first\n"


def test_a_supervisor_that_is_gone_is_said_to_be_gone(state: Path) -> None:
    supervision = Supervision.begun(state)
    supervision.end()

    with pytest.raises(ControlPlaneError, match="does not answer"):
        supervision.statuses()
    supervision.end()
