import json
from pathlib import Path

import pytest

from simulation.toolchain.trimmed import NothingToTrim, Trimmed
from simulation.toolchain.trims import TRIMS, Trim
from tests.simulation.toolchain.conftest import FakeGo

MODULE = "example.org/upstream"


@pytest.fixture
def upstream(tmp_path: Path, fake_go: FakeGo) -> Path:
    """An upstream module with one package of three files."""
    package = tmp_path / "upstream" / "pkg"
    package.mkdir(parents=True)
    for name in ("good.go", "heavy.go", "heavy_linux.go"):
        (package / name).write_text("package pkg")
    return package.parent


def view(tmp_path: Path, upstream: Path, *trims: Trim) -> dict[str, str]:
    """What is compiled instead of which file, by the file's place in the upstream module."""
    trimmed = Trimmed("volcano", tmp_path / "view")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(TRIMS, "volcano", trims)
        trimmed.ensure(lambda _path, _module: upstream)
    replaced: dict[str, str] = json.loads((tmp_path / "view" / "overlay.json").read_text())[
        "Replace"
    ]
    link = tmp_path / "view" / "example.org_upstream"
    assert link.resolve() == upstream
    return {str(Path(file).relative_to(link)): to for file, to in replaced.items()}


def test_a_file_is_left_out(tmp_path: Path, upstream: Path) -> None:
    trim = Trim(MODULE, "pkg/heavy.go", why="heavy")

    assert view(tmp_path, upstream, trim) == {"pkg/heavy.go": ""}


def test_a_file_is_replaced_by_what_stands_instead(tmp_path: Path, upstream: Path) -> None:
    replaced = view(tmp_path, upstream, Trim(MODULE, "pkg/heavy.go", "heavy", "ports.go"))

    assert Path(replaced["pkg/heavy.go"]).read_text().startswith("package ports")


def test_a_package_is_left_out_but_for_what_is_kept(tmp_path: Path, upstream: Path) -> None:
    trim = Trim(MODULE, "pkg", why="heavy", instead="ports.go", keep=("good.go",))

    replaced = view(tmp_path, upstream, trim)

    assert replaced.keys() == {"pkg/heavy.go", "pkg/heavy_linux.go", "pkg/ports.go"}
    assert replaced["pkg/heavy.go"] == replaced["pkg/heavy_linux.go"] == ""


@pytest.mark.parametrize(
    "trim",
    [
        Trim(MODULE, "pkg/gone.go", why="heavy"),
        Trim(MODULE, "gone", why="heavy"),
        Trim(MODULE, "pkg", why="heavy", keep=("gone.go",)),
    ],
)
def test_a_trim_that_no_longer_fits_the_sources_is_refused(
    tmp_path: Path, upstream: Path, trim: Trim
) -> None:
    with pytest.raises(NothingToTrim, match=r"as trims\.py knows it"):
        view(tmp_path, upstream, trim)


def test_a_view_whose_sources_are_gone_is_laid_out_anew(tmp_path: Path, upstream: Path) -> None:
    trim = Trim(MODULE, "pkg/heavy.go", why="heavy")
    view(tmp_path, upstream, trim)
    moved = upstream.rename(tmp_path / "moved")

    assert view(tmp_path, moved, trim) == {"pkg/heavy.go": ""}


def test_go_is_told_to_look_at_the_links(tmp_path: Path, upstream: Path, fake_go: FakeGo) -> None:
    view(tmp_path, upstream, Trim(MODULE, "pkg/heavy.go", why="heavy"))

    link = tmp_path / "view" / "example.org_upstream"
    assert any(f"-replace={MODULE}={link}" in line for line in fake_go.asked)
