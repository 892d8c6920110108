import shutil
import subprocess
from concurrent.futures import Future
from pathlib import Path

import pytest

from simulation.toolchain import go, module, trimmed
from simulation.toolchain.build import Build
from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.module import Module
from simulation.toolchain.progress import Silence
from simulation.toolchain.tools import Tool

pytestmark = pytest.mark.skipif(shutil.which("go") is None, reason="there is no Go here")

GREETER = Tool("greeter", "small", "example.org/small/greeter")
SOURCE = 'package main\n\nfunc main() { print("hello") }\n'


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A module of one program that needs nothing but the language."""
    directory = tmp_path / "modules" / "small"
    (directory / "greeter").mkdir(parents=True)
    (directory / "go.mod").write_text("module example.org/small\n\ngo 1.26.0\n")
    (directory / "go.sum").touch()
    (directory / "greeter" / "main.go").write_text(SOURCE)
    for reader in (go, module, trimmed):
        monkeypatch.setattr(reader, "MODULES", tmp_path / "modules")
    monkeypatch.setattr(go, "platform", lambda: "this one")
    return directory


def built(cache: Path) -> Build:
    build = Build(Module("small"), [GREETER], cache)
    download: Future[int] = Future()
    download.set_result(build.download())
    build.run(download, Silence())
    return build


def test_the_compiler_builds_a_program_that_runs(small: Path, tmp_path: Path) -> None:
    program = built(tmp_path / "cache").programs["greeter"].result()

    said = subprocess.run([program], capture_output=True, text=True, check=True).stderr
    assert said == "hello"


def test_what_does_not_compile_is_named(small: Path, tmp_path: Path) -> None:
    (small / "greeter" / "main.go").write_text(SOURCE.replace("print", "shout"))

    with pytest.raises(BuildFailed, match="undefined: shout"):
        built(tmp_path / "cache").programs["greeter"].result()
