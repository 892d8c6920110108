from pathlib import Path

import pytest

from simulation.toolchain.installed import fits, installed


@pytest.mark.parametrize("version", ["v3.250.0", "v3.250.1", "3.272.0", "v3.251.0-alpha.1"])
def test_a_newer_program_of_the_same_major_version_fits(version: str) -> None:
    assert fits(version, "v3.250.0")


@pytest.mark.parametrize("version", ["v3.249.9", "v2.999.0", "v4.0.0", "", "unknown"])
def test_an_older_or_an_incompatible_one_does_not(version: str) -> None:
    assert not fits(version, "v3.250.0")


@pytest.mark.parametrize("script", ["echo v3.1.0", "exit 1", "echo nonsense"])
def test_a_pulumi_on_path_that_does_not_fit_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    (tmp_path / "pulumi").write_text(f"#!/bin/sh\n{script}\n")
    (tmp_path / "pulumi").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert installed("pulumi") is None


def test_nothing_but_pulumi_is_taken_from_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "etcd").write_text("#!/bin/sh\necho v3.999.0\n")
    (tmp_path / "etcd").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))

    assert installed("etcd") is None
