"""A module's missing programs, built once by whichever process comes first."""

import shutil
import time
from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from threading import Event

from simulation.toolchain import go
from simulation.toolchain.cache import Busy, Shelf, forget_unused
from simulation.toolchain.compilation import Compilation
from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.module import Module
from simulation.toolchain.progress import Progress
from simulation.toolchain.tools import Companion, Tool
from simulation.toolchain.trimmed import Trimmed

WAIT_FOR_ANOTHER = 0.5
# So few packages from the end mostly linking is left, which keeps only one core busy.
NEARLY = 12


class Build:
    """Some programs of one module; each is handed over as soon as it is whole."""

    def __init__(self, module: Module, tools: Sequence[Tool], cache: Path) -> None:
        self.module = module
        self.tools = tuple(tools)
        self.shelf = Shelf(cache, module.digest)
        self.programs: dict[str, Future[Path]] = {tool.name: Future() for tool in tools}
        self.nearly_done = Event()
        self._view = Trimmed(module.name, self.shelf.view)
        self._log: list[str] = []

    def run(self, download: Future[int], progress: Progress) -> None:
        """Build what nobody else has built; every program ends as a path or a failure."""
        began = time.monotonic()
        progress.started(self.module.name, tuple(self.programs), self.module.expected)
        try:
            self._until_complete(download, progress)
            progress.finished(self.module.name, time.monotonic() - began)
        except (BuildFailed, OSError) as error:
            self._fail(str(error))
            progress.failed(self.module.name, str(error))
        finally:
            self.nearly_done.set()

    def download(self) -> int:
        """Fetch the sources; the number of packages that are compiled from them."""
        self._view.ensure()
        roots = [tool.package for tool in self.tools]
        return go.packages(self.module.name, self._view.flags, roots)

    def missing(self) -> list[Tool]:
        """What is not on the shelf yet; what is, is handed over."""
        self.shelf.use()
        for tool in self.tools:
            if self.shelf.has(tool.name):
                self._hand_over(tool)
        return [tool for tool in self.tools if not self.programs[tool.name].done()]

    def _until_complete(self, download: Future[int], progress: Progress) -> None:
        while self.missing():
            try:
                with self.shelf.held():
                    forget_unused(self.shelf.cache)
                    self._compile(self.missing(), download, progress)
            except Busy:
                progress.step(self.module.name, 0, 0, "another process is building it")
                time.sleep(WAIT_FOR_ANOTHER)

    def _compile(self, tools: Sequence[Tool], download: Future[int], progress: Progress) -> None:
        if not tools:
            return
        progress.step(self.module.name, 0, 0, "downloading")
        total = download.result()
        with self.shelf.scratch() as scratch:
            compilation = self._started(tools, scratch)
            for line in compilation.lines():
                self._note(line, total, progress)
                self._take(tools, scratch / "out")
            ended_well = compilation.succeeded()
            self._take(tools, scratch / "out")
            if not ended_well and self.missing():
                raise BuildFailed(go.last_lines(self._log))

    def _started(self, tools: Sequence[Tool], scratch: Path) -> Compilation:
        out = scratch / "out"
        out.mkdir()
        command = self.module.command(tools, self._view.flags, out)
        return Compilation(command, self.module.directory, scratch)

    def _note(self, line: str | None, total: int, progress: Progress) -> None:
        if line is None:
            return
        self._log.append(line)
        progress.step(self.module.name, len(self._log), total, line)
        if len(self._log) >= total - NEARLY:
            self.nearly_done.set()

    def _take(self, tools: Sequence[Tool], out: Path) -> None:
        for tool in tools:
            if (out / tool.output).is_file():
                if tool.companion:
                    self._put_beside(tool.companion, out)
                self.shelf.put(out / tool.output, tool.name)
                self._hand_over(tool)

    def _put_beside(self, companion: Companion, out: Path) -> None:
        source = go.source(companion.module_path, companion.module) / companion.path
        copy = out / f"beside-{source.name}"
        shutil.copyfile(source, copy)
        copy.chmod(0o755)
        self.shelf.put(copy, source.name)

    def _hand_over(self, tool: Tool) -> None:
        program = self.programs[tool.name]
        if not program.done():
            program.set_result(self.shelf.place(tool.name))

    def _fail(self, reason: str) -> None:
        for name, program in self.programs.items():
            if not program.done():
                program.set_exception(BuildFailed(f"{name} can't be built:\n{reason}"))
