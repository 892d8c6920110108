"""Stack files read without Pulumi refuse what Pulumi would, with the line it is on."""

from pathlib import Path

import pytest

from stacks.file import read
from stacks.problem import Refused


def written(folder: Path, text: str) -> Path:
    file = folder / "Pulumi.test.yaml"
    file.write_text(text)
    return file


def test_refuses_the_same_model_twice(tmp_path: Path) -> None:
    text = "config:\n  gpu-inference:stack:\n    models:\n      a: {}\n      b: {}\n      a: {}\n"

    with pytest.raises(Refused, match=r"line 6, column 7: `a` is there twice"):
        read(written(tmp_path, text))


def test_refuses_what_is_no_yaml(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"line \d+, column \d+"):
        read(written(tmp_path, "config: {\n"))


@pytest.mark.parametrize("text", ["", "config: {}\n", "config:\n"], ids=["empty", "none", "null"])
def test_refuses_a_file_without_our_key(tmp_path: Path, text: str) -> None:
    with pytest.raises(Refused, match="has no `config: gpu-inference:stack:`"):
        read(written(tmp_path, text))


def test_refuses_a_stack_that_has_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="there is no file"):
        read(tmp_path / "Pulumi.nowhere.yaml")
