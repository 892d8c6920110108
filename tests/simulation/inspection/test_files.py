"""Objects on disk."""

from pathlib import Path

import yaml

from simulation.inspection import files
from tests.simulation.inspection.objects import POD, TENANT


def test_every_object_is_a_file_named_after_it(tmp_path: Path) -> None:
    files.write([POD, TENANT], tmp_path / "objects")

    read = {path.name: yaml.safe_load(path.read_text()) for path in tmp_path.glob("objects/*")}
    assert read == {"Pod.chat.llama-0.yaml": POD, "Namespace.default.chat.yaml": TENANT}


def test_what_an_earlier_inspection_left_is_gone(tmp_path: Path) -> None:
    files.write([POD], tmp_path / "objects")
    files.write([TENANT], tmp_path / "objects")

    assert [path.name for path in tmp_path.glob("objects/*")] == ["Namespace.default.chat.yaml"]
