"""The command that builds tools: where each is, or why it can't be had."""

from pathlib import Path

import pytest

from simulation.toolchain.__main__ import main
from simulation.toolchain.tools import DEFAULT
from tests.simulation.toolchain.conftest import FakeGo


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GPU_INFERENCE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def nothing() -> list[str]:
    return []


def test_a_tool_is_built_and_a_line_says_where_it_is(
    fake_go: FakeGo, cache: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_go.answers("kubeconform")

    assert main(["kubeconform"], nothing) == 0

    name, place = capsys.readouterr().out.split()
    assert name == "kubeconform"
    assert Path(place).is_relative_to(cache)
    assert Path(place).read_text() == "built"


def test_a_name_that_no_tool_has_is_1_with_the_names_there_are(
    fake_go: FakeGo, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kubelet"], nothing) == 1

    said = capsys.readouterr().err
    assert "no such tool: kubelet" in said
    assert all(name in said for name in DEFAULT)
    assert not fake_go.builds


def test_a_build_that_fails_is_1_with_the_compiler_s_last_words(
    fake_go: FakeGo, capsys: pytest.CaptureFixture[str]
) -> None:
    fake_go.answers(build="echo 'main.go:7: undefined: sense' >&2; exit 1")

    assert main(["kubeconform"], nothing) == 1
    assert "undefined: sense" in capsys.readouterr().err


def test_a_machine_that_lacks_something_builds_nothing(
    fake_go: FakeGo, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["kubeconform"], lambda: ["Go 1.19 is too old", "1.0 GiB is free"]) == 1

    assert capsys.readouterr().err == "Go 1.19 is too old\n1.0 GiB is free\n"
    assert not fake_go.asked
