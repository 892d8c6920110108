import os
import time
from pathlib import Path

import pytest

from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.toolchain import Toolchain, UnknownTool
from simulation.toolchain.trims import TRIMS
from tests.simulation.toolchain.conftest import FakeGo


@pytest.fixture
def untrimmed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Volcano as it is: a fake `go` has no sources to trim."""
    monkeypatch.setitem(TRIMS, "volcano", ())


def test_a_missing_tool_is_built_and_is_there(fake_go: FakeGo, tmp_path: Path) -> None:
    fake_go.answers("kubeconform")

    program = Toolchain(tmp_path / "cache").binary("kubeconform")

    assert program.name == "kubeconform"
    assert program.read_text() == "built"
    assert os.access(program, os.X_OK)


def test_a_tool_that_was_built_once_is_not_built_again(fake_go: FakeGo, tmp_path: Path) -> None:
    fake_go.answers("kubeconform")
    first = Toolchain(tmp_path / "cache").binary("kubeconform")

    assert Toolchain(tmp_path / "cache").binary("kubeconform") == first
    assert len(fake_go.builds) == 1


def test_the_programs_of_a_module_are_built_by_one_go_build(
    fake_go: FakeGo, tmp_path: Path, untrimmed: None
) -> None:
    fake_go.answers("scheduler", "controller-manager")
    toolchain = Toolchain(tmp_path)

    toolchain.prepare(["volcano-controller-manager", "volcano-scheduler"])

    assert toolchain.binary("volcano-scheduler").exists()
    assert toolchain.binary("volcano-controller-manager").exists()
    assert len(fake_go.builds) == 1


def test_a_program_is_handed_over_while_the_next_is_still_being_built(
    fake_go: FakeGo, tmp_path: Path, untrimmed: None
) -> None:
    fake_go.answers("scheduler", end="sleep 60")
    toolchain = Toolchain(tmp_path)
    toolchain.prepare(["volcano-scheduler", "volcano-controller-manager"])
    began = time.monotonic()

    toolchain.binary("volcano-scheduler")

    assert time.monotonic() - began < 30


def test_a_build_that_ends_badly_has_still_made_what_it_made(
    fake_go: FakeGo, tmp_path: Path
) -> None:
    fake_go.answers("kubeconform", end="exit 1")

    assert Toolchain(tmp_path).binary("kubeconform").exists()


def test_preparing_returns_at_once(fake_go: FakeGo, tmp_path: Path) -> None:
    fake_go.answers("kubeconform", build="sleep 2")
    toolchain = Toolchain(tmp_path)
    began = time.monotonic()

    toolchain.prepare(["kubeconform"])

    assert time.monotonic() - began < 1.5
    assert toolchain.binary("kubeconform").exists()


def test_a_failed_build_says_what_the_compiler_said_last(fake_go: FakeGo, tmp_path: Path) -> None:
    fake_go.answers(build="echo 'main.go:7: undefined: sense' >&2; exit 1")

    with pytest.raises(BuildFailed, match=r"(?s)kubeconform can't be built.*undefined: sense"):
        Toolchain(tmp_path).binary("kubeconform")


def test_a_machine_without_go_is_told_where_to_get_it(
    fake_go: FakeGo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(BuildFailed, match=r"https://go\.dev/dl"):
        Toolchain(tmp_path).binary("kubeconform")


def test_an_unknown_tool_is_refused_with_the_names_there_are(tmp_path: Path) -> None:
    with pytest.raises(UnknownTool, match="no such tool: kubelet; there are etcd"):
        Toolchain(tmp_path).prepare(["kubelet"])


def test_a_fitting_pulumi_on_path_is_not_built(fake_go: FakeGo, tmp_path: Path) -> None:
    pulumi = fake_go.directory / "pulumi"
    pulumi.write_text("#!/bin/sh\necho v3.999.0\n")
    pulumi.chmod(0o755)

    assert Toolchain(tmp_path).binary("pulumi") == pulumi
    assert not fake_go.builds


def test_the_source_of_a_module_is_downloaded_when_it_is_missing(
    fake_go: FakeGo, tmp_path: Path
) -> None:
    downloaded = tmp_path / "downloaded"
    (fake_go.directory / "go").write_text(
        f"""#!/bin/sh
case "$1" in
  mod) touch {downloaded} ;;
  list) [ -e {downloaded} ] && echo /sources/kserve ;;
esac
exit 0
"""
    )

    assert Toolchain(tmp_path).source("github.com/kserve/kserve") == Path("/sources/kserve")


def test_what_a_program_looks_for_beside_itself_is_put_there(
    fake_go: FakeGo, tmp_path: Path
) -> None:
    script = tmp_path / "sdk" / "python" / "cmd" / "pulumi-language-python-exec"
    script.parent.mkdir(parents=True)
    script.write_text("#!/usr/bin/env python")
    fake_go.answers("pulumi-language-python", sources=tmp_path / "sdk")

    program = Toolchain(tmp_path / "cache").binary("pulumi-language-python")

    assert program.with_name(script.name).read_text() == "#!/usr/bin/env python"
    assert os.access(program.with_name(script.name), os.X_OK)
