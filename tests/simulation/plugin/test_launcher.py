import os
import subprocess
from pathlib import Path

import pytest

from simulation.plugin import real
from simulation.plugin.launcher import on_path


@pytest.fixture(autouse=True)
def nothing_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PULUMI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PATH", "/usr/bin:/bin")


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True)
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


def test_the_stand_in_runs_from_any_folder_and_prints_its_port(tmp_path: Path) -> None:
    folder = on_path(tmp_path / "bin")

    with subprocess.Popen(
        [folder / real.NAME], cwd="/", stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        port = process.stdout.readline()
        process.kill()

    assert 1024 < int(port) < 65536


def test_the_stand_in_ends_when_the_engine_is_gone(tmp_path: Path) -> None:
    plugin = on_path(tmp_path) / real.NAME
    script = f"{plugin} & read line < {tmp_path}/hold"
    os.mkfifo(tmp_path / "hold")
    with subprocess.Popen(
        ["sh", "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as engine:
        assert engine.stdout
        assert engine.stderr
        engine.stdout.readline()
        engine.stderr.close()
        engine.kill()

        assert engine.stdout.read() == ""  # closed by the last process that held it


def test_the_stand_in_is_not_taken_for_the_real_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", f"{on_path(tmp_path / 'bin')}:/usr/bin")

    assert real.installed() is None


def test_the_newest_installed_plugin_is_found(tmp_path: Path) -> None:
    for version in ("4.9.0", "4.34.2", "4.32.0"):
        executable(tmp_path / f"home/plugins/resource-kubernetes-v{version}" / real.NAME)

    found = real.installed()

    assert found
    assert found.parent.name.endswith("v4.34.2")


def test_a_plugin_that_is_too_old_is_not_the_real_one(tmp_path: Path) -> None:
    executable(tmp_path / "home/plugins/resource-kubernetes-v4.31.0" / real.NAME)

    assert real.installed() is None


def test_a_plugin_on_path_is_found_behind_the_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    genuine = executable(tmp_path / "real" / real.NAME)
    monkeypatch.setenv("PATH", f"{on_path(tmp_path / 'bin')}:{genuine.parent}")

    assert real.installed() == genuine
