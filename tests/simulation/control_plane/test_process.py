import json
from pathlib import Path

from simulation.control_plane.process import STORE, Process, command


def test_flags_are_spelled_for_go() -> None:
    flags = {"data-dir": Path("/x"), "leader-elect": False, "port": 1}

    line = ("/bin/etcd", "--data-dir=/x", "--leader-elect=false", "--port=1")
    assert command(Path("/bin/etcd"), flags) == line


def test_a_process_survives_a_trip_through_json() -> None:
    process = Process(name="a", argv=("/bin/true", "-v"), env={"X": "1"}, inputs="d", tier=STORE)

    assert Process.from_json(json.loads(json.dumps(process.to_json()))) == process
