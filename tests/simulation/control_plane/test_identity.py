import os
import subprocess
from dataclasses import replace
from signal import SIGTERM

from simulation.control_plane.identity import Identity


def sleeper() -> tuple[subprocess.Popen[bytes], Identity]:
    popen = subprocess.Popen(["/bin/sleep", "60"], start_new_session=True)
    identity = Identity.of(popen.pid)
    assert identity is not None
    return popen, identity


def test_a_running_process_is_alive() -> None:
    own = Identity.of(os.getpid())

    assert own is not None
    assert own.alive()


def test_a_number_that_was_given_to_another_process_is_not_the_same_process() -> None:
    popen, identity = sleeper()
    earlier = replace(identity, began="an earlier process of this number")

    assert not earlier.alive()
    assert not earlier.signal_group(SIGTERM)
    assert popen.poll() is None

    assert identity.signal_group(SIGTERM)
    assert popen.wait() == -SIGTERM


def test_a_process_that_only_waits_to_be_reaped_has_ended() -> None:
    popen, identity = sleeper()
    identity.signal_group(SIGTERM)
    os.waitid(os.P_PID, popen.pid, os.WEXITED | os.WNOWAIT)

    assert not identity.alive()

    popen.wait()
