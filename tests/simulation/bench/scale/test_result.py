from dataclasses import replace
from pathlib import Path

from simulation.bench.scale.result import keep, kept
from tests.simulation.bench.scale.results import result


def test_a_result_survives_its_file_and_replaces_an_older_one(tmp_path: Path) -> None:
    file = tmp_path / "new" / "results.json"

    keep(file, replace(result("ours"), loss=None))
    keep(file, result("theirs", 100))
    keep(file, result("ours"))

    assert kept(file) == [result("ours"), result("theirs", 100)]


def test_what_an_older_bench_measured_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "results.json"
    file.write_text('[{"contender": "ours", "phases": [], "loss": null, "speed": 1}]')

    keep(file, result("ours"))

    assert kept(file) == [result("ours")]


def test_a_phase_says_in_a_line_how_far_it_came() -> None:
    line = result("ours")["scaling"].line

    assert line == (
        "scaling: 2 of 2 pods placed after 1 s, 2 nodes for 1; "
        "2 of its own, half of them within 2.0 s"
    )
