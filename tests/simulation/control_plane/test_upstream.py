import os
from pathlib import Path

from simulation.control_plane.upstream import all_documents, digest, documents


def test_reads_every_object_of_a_file(tmp_path: Path) -> None:
    file = tmp_path / "two.yaml"
    file.write_text("---\nkind: A\n---\n---\nkind: B\n")

    assert documents(file) == [{"kind": "A"}, {"kind": "B"}]


def test_a_parsed_file_is_not_parsed_again_until_it_changes(tmp_path: Path) -> None:
    file, cache = tmp_path / "one.yaml", tmp_path / "cache"
    file.write_text("kind: A")
    assert documents(file, cache) == [{"kind": "A"}]
    [parsed] = cache.iterdir()
    parsed.write_text('[{"kind": "remembered"}]')

    assert documents(file, cache) == [{"kind": "remembered"}]

    os.utime(file, ns=(1, 1))
    assert documents(file, cache) == [{"kind": "A"}]


def test_several_files_are_read_in_their_order(tmp_path: Path) -> None:
    files = [tmp_path / f"{number}.yaml" for number in range(9)]
    for number, file in enumerate(files):
        file.write_text(f"kind: K{number}")

    kinds = [found["kind"] for found in all_documents(files, tmp_path / "cache")]

    assert kinds == [f"K{number}" for number in range(9)]


def test_equal_data_has_an_equal_digest() -> None:
    assert digest({"a": 1, "b": 2}) == digest({"b": 2, "a": 1})
    assert digest({"a": 1}) != digest({"a": 2})
