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


@pytest.mark.parametrize("key", ["{{ namespace }}", "[a, b]"])
def test_a_key_that_is_none_is_refused_where_it_stands(tmp_path: Path, key: str) -> None:
    with pytest.raises(Refused, match=r"line 2, column \d+: a key in braces or brackets"):
        read(written(tmp_path, f"config:\n  {key}: 1\n"))


@pytest.mark.parametrize("content", [b"config: \xff\n", b"config: \x07\n"], ids=["latin", "bell"])
def test_refuses_what_is_no_text(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "Pulumi.test.yaml"
    file.write_bytes(content)

    with pytest.raises(Refused, match=r"Pulumi\.test\.yaml: .*; correct the YAML"):
        read(file)


def test_a_stack_that_has_no_file_is_refused_with_those_that_have(tmp_path: Path) -> None:
    for stack in ("prod", "dev"):
        (tmp_path / f"Pulumi.{stack}.yaml").touch()

    with pytest.raises(Refused, match=r"no file Pulumi\.nowhere\.yaml; name one of dev, prod"):
        read(tmp_path / "Pulumi.nowhere.yaml")


def test_a_folder_without_any_stack_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=f"no file Pulumi.dev.yaml; there is none in {tmp_path}"):
        read(tmp_path / "Pulumi.dev.yaml")
