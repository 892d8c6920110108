"""The compiler's view of the upstream sources: everything but what is trimmed.

Go refuses to overlay files of its module cache. So a copy of `go.mod` looks at the trimmed
modules through symbolic links, and the overlay names the files beneath these.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulation.toolchain import go
from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.pins import MODULES
from simulation.toolchain.trims import TRIMS, Trim

Source = Callable[[str, str], Path]


class NothingToTrim(BuildFailed):
    """A trim names a file that this version of its module does not have."""


def stand_ins(module: str) -> list[Path]:
    """What is compiled in place of upstream files; it decides how the programs come out."""
    return sorted((MODULES / module / "_instead").glob("*.go"))


@dataclass(frozen=True)
class Trimmed:
    """One module directory as the compiler sees it, kept in `directory`."""

    module: str
    directory: Path

    @property
    def flags(self) -> list[str]:
        """What tells `go` to look here."""
        view = self.directory
        return [f"-modfile={view / 'go.mod'}", f"-overlay={view / 'overlay.json'}"]

    def ensure(self, source: Source = go.source) -> None:
        """Lay the view out, unless it is there already and its links still lead somewhere."""
        if self._whole():
            return
        shutil.rmtree(self.directory, ignore_errors=True)
        self.directory.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.directory.parent) as new:
            self._lay_out(Path(new), source)
            shutil.copytree(new, self.directory, symlinks=True, dirs_exist_ok=True)

    def _whole(self) -> bool:
        links = [self.directory / _link(trim) for trim in self._trims()]
        return (self.directory / "overlay.json").is_file() and all(map(Path.exists, links))

    def _trims(self) -> tuple[Trim, ...]:
        return TRIMS.get(self.module, ())

    def _lay_out(self, new: Path, source: Source) -> None:
        for name in ("go.mod", "go.sum"):
            shutil.copy(MODULES / self.module / name, new)
        for trim in {trim.module: trim for trim in self._trims()}.values():
            (new / _link(trim)).symlink_to(source(trim.module, self.module))
            linked = f"-replace={trim.module}={self.directory / _link(trim)}"
            go.answer(self.module, ["mod", "edit", linked, str(new / "go.mod")])
        replaced = dict(pair for trim in self._trims() for pair in self._replaced(trim, new))
        (new / "overlay.json").write_text(json.dumps({"Replace": replaced}, indent=1))

    def _replaced(self, trim: Trim, new: Path) -> Iterator[tuple[str, str]]:
        target = self.directory / _link(trim) / trim.path
        for file in _upstream_files(trim, new):
            yield str(target if target.suffix == ".go" else target / file.name), ""
        if trim.instead:
            kept = target if target.suffix == ".go" else target / trim.instead
            yield str(kept), str(MODULES / self.module / "_instead" / trim.instead)


def _link(trim: Trim) -> str:
    return trim.module.replace("/", "_")


def _upstream_files(trim: Trim, new: Path) -> list[Path]:
    target = new / _link(trim) / trim.path
    files = [target] if target.suffix == ".go" else sorted(target.glob("*.go"))
    names = {file.name for file in files if file.is_file()}
    if not names or not names >= set(trim.keep):
        raise NothingToTrim(f"{trim.module} has no {trim.path} as trims.py knows it")
    return [file for file in files if file.name not in trim.keep]
