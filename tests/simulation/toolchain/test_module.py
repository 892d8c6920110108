import shutil
from pathlib import Path

import pytest

from simulation.toolchain import go, module, trimmed
from simulation.toolchain.module import Module
from simulation.toolchain.pins import MODULES
from simulation.toolchain.tools import TOOLS, Tool
from simulation.toolchain.trims import TRIMS, Trim
from tests.simulation.toolchain.conftest import FakeGo

pytestmark = pytest.mark.usefixtures("fake_go")


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of Volcano's module directory, that a test may change."""
    shutil.copytree(MODULES / "volcano", tmp_path / "modules" / "volcano")
    for reader in (module, trimmed):
        monkeypatch.setattr(reader, "MODULES", tmp_path / "modules")
    return tmp_path / "modules" / "volcano"


def digest() -> str:
    return Module("volcano").digest


def test_the_same_pins_have_the_same_digest() -> None:
    assert digest() == digest()
    assert digest().startswith("volcano-")


@pytest.mark.parametrize("name", ["go.mod", "go.sum", "_instead/ports.go"])
def test_what_is_compiled_decides_the_digest(copied: Path, name: str) -> None:
    before = digest()

    (copied / name).write_text((copied / name).read_text() + "\n")

    assert digest() != before


def test_the_flags_decide_the_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()

    monkeypatch.setattr(go, "FLAGS", (*go.FLAGS, "-race"))

    assert digest() != before


def test_the_compiler_decides_the_digest(fake_go: FakeGo) -> None:
    before = digest()
    script = fake_go.directory / "go"

    script.write_text(script.read_text().replace("go1.26.8", "go1.27.0"))
    go.platform.cache_clear()

    assert digest() != before


def test_what_is_trimmed_decides_the_digest(monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest()

    monkeypatch.setitem(TRIMS, "volcano", (Trim("example.org/m", "a.go", why="a test"),))

    assert digest() != before


def test_a_program_says_the_version_that_is_pinned() -> None:
    assert "-X=k8s.io/component-base/version.gitVersion=v1.34.4" in Module("cluster").ldflags
    assert "version.Version=v3.250.0" in Module("pulumi").ldflags


@pytest.mark.parametrize(
    ("package", "output"),
    [
        ("go.etcd.io/etcd/server/v3", "server"),
        ("k8s.io/kubernetes/cmd/kube-apiserver", "kube-apiserver"),
        ("example.org/vault", "vault"),
    ],
)
def test_a_program_is_called_as_go_calls_it(package: str, output: str) -> None:
    assert Tool("any", "cluster", package).output == output


def test_no_two_programs_of_a_module_are_called_the_same() -> None:
    outputs = [(tool.module, tool.output) for tool in TOOLS.values()]

    assert len(outputs) == len(set(outputs))
