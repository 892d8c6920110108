"""How a cluster starts, is found again and ends: each test has its own."""

import os
import signal
import subprocess
import sys
from pathlib import Path
from signal import SIGKILL

import pytest

from simulation.control_plane import ControlPlane, ControlPlaneError, Parts
from simulation.control_plane.identity import Identity
from simulation.control_plane.record import Record
from simulation.control_plane.supervision import CHECKOUT
from tests.simulation.control_plane.cluster_objects import created
from tests.support.cluster import toolchain
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster

KUBERNETES = Parts(volcano=False, kserve=False)
NOTE = {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "n", "namespace": "default"}}
STARTER = """
import sys
from pathlib import Path
from simulation.control_plane import ControlPlane, Parts
from simulation.toolchain import Toolchain

parts = Parts(volcano=False, kserve=False)
said = lambda line: print(line, flush=True)
plane = ControlPlane.start(Path(sys.argv[1]), Toolchain(), parts, said)
if "detach" in sys.argv:
    plane.detach()
print("up", flush=True)
sys.stdin.read()
"""


def start(state: Path) -> ControlPlane:
    return ControlPlane.start(state, toolchain(), KUBERNETES, lambda _: None)


def everyone(state: Path) -> list[Identity]:
    record = Record.read(state)
    assert record is not None
    return [record.supervisor, *record.children]


def starter(state: Path, *options: str, until: str) -> subprocess.Popen[str]:
    """Another run of ours, as far as the line that says `until`."""
    popen = subprocess.Popen(
        [sys.executable, "-c", STARTER, str(state), *options],
        env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert popen.stdout is not None
    assert any(until in line for line in popen.stdout)
    return popen


def killed(popen: subprocess.Popen[str], number: int = SIGKILL) -> None:
    popen.send_signal(number)
    popen.communicate()


def test_stopping_leaves_no_process(tmp_path: Path) -> None:
    plane = start(tmp_path)
    owned = everyone(tmp_path)
    assert len(owned) == 5

    plane.stop()

    assert not any(each.alive() for each in owned)
    assert ControlPlane.attach(tmp_path) is None


def test_a_cluster_started_again_is_the_same_cluster(tmp_path: Path) -> None:
    first = start(tmp_path)
    place = created(first, NOTE)
    first.stop()

    again = start(tmp_path)

    assert again.identifier == first.identifier
    assert again.server == first.server
    assert again.api.find(place) is not None
    again.remove()
    assert not tmp_path.exists()


def test_two_clusters_run_side_by_side(tmp_path: Path) -> None:
    one, two = start(tmp_path / "one"), start(tmp_path / "two")
    place = created(one, NOTE)

    assert one.identifier != two.identifier
    assert two.api.find(place) is None

    one.stop()
    assert two.api.get("/readyz") == "ok"
    assert two.failures() == []
    two.stop()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_start_that_is_interrupted_leaves_nothing_and_the_next_one_works(
    tmp_path: Path, number: int
) -> None:
    popen = starter(tmp_path, until="kube-apiserver started")
    owned = everyone(tmp_path)

    killed(popen, number)

    assert eventually(lambda: not any(each.alive() for each in owned))
    start(tmp_path).stop()


def test_a_detached_cluster_outlives_its_starter_and_is_brought_up_to_date(tmp_path: Path) -> None:
    killed(starter(tmp_path, "detach", until="up"))
    before = everyone(tmp_path)
    assert all(each.alive() for each in before)

    said: list[str] = []
    plane = ControlPlane.start(tmp_path, toolchain(), KUBERNETES, said.append)

    assert everyone(tmp_path) == before
    assert not [line for line in said if line.endswith("started")]
    plane.stop()
    assert not any(each.alive() for each in before)


def test_a_cluster_that_another_run_holds_is_left_to_it(tmp_path: Path) -> None:
    popen = starter(tmp_path, until="up")

    with pytest.raises(ControlPlaneError, match="another run is using"):
        start(tmp_path)

    attached = ControlPlane.attach(tmp_path)
    assert attached is not None
    assert attached.api.get("/readyz") == "ok"
    killed(popen)


def test_a_process_that_cannot_start_is_reported_by_name_and_takes_the_rest_down(
    tmp_path: Path,
) -> None:
    (tmp_path / "etcd").mkdir(parents=True)
    (tmp_path / "etcd" / "member").write_text("not a directory")

    with pytest.raises(ControlPlaneError, match="etcd ended with status 1; its last words"):
        start(tmp_path)

    assert ControlPlane.attach(tmp_path) is None
