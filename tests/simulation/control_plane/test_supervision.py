"""The supervisor of a cluster's processes: what runs, how it ended, and in which order."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.identity import Identity
from simulation.control_plane.process import SERVER, STORE, Process
from simulation.control_plane.supervision import Supervision
from tests.support.patience import eventually

SLEEP = Process(name="sleeper", argv=("/bin/sleep", "300"))


@pytest.fixture
def supervision(state: Path) -> Iterator[Supervision]:
    supervision = Supervision.begun(state)
    yield supervision
    supervision.end()


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
