import json
from pathlib import Path

from simulation.control_plane.process import STORE, Process, flags


def test_flags_are_spelled_for_go() -> None:
    values = {"data-dir": Path("/x"), "leader-elect": False, "port": 1}

    assert flags(values) == ("--data-dir=/x", "--leader-elect=false", "--port=1")


def test_a_process_survives_a_trip_through_json() -> None:
    process = Process(name="a", argv=("/bin/true", "-v"), env={"X": "1"}, inputs="d", tier=STORE)

    assert Process.from_json(json.loads(json.dumps(process.to_json()))) == process
