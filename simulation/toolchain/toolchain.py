"""The tools of a simulated cluster, built in the background and waited for by name."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

from simulation.toolchain import go
from simulation.toolchain.build import Build
from simulation.toolchain.cache import default_cache
from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.installed import installed
from simulation.toolchain.module import Module
from simulation.toolchain.pins import home
from simulation.toolchain.progress import Progress, Silence
from simulation.toolchain.tools import TOOLS

__all__ = ["BuildFailed", "Toolchain", "UnknownTool"]


class UnknownTool(LookupError):
    """No tool has that name."""


class Toolchain:
    """Builds what is missing, once for all checkouts of this machine."""

    def __init__(self, cache: Path | None = None, progress: Progress | None = None) -> None:
        self._cache = cache or default_cache()
        self._progress = progress or Silence()
        self._programs: dict[str, Future[Path]] = {}
        self._builds: SimpleQueue[tuple[Build, Future[int]]] = SimpleQueue()
        self._downloads = ThreadPoolExecutor(1, thread_name_prefix="downloads")
        self._builder: Thread | None = None
        self._lock = Lock()

    def prepare(self, names: Sequence[str]) -> None:
        """Start building what is missing of `names`; returns at once."""
        with self._lock:
            self._have([name for name in _in_order(names) if name not in self._programs])

    def binary(self, name: str) -> Path:
        """The executable of that tool, as soon as it is built; `BuildFailed` if it can't be."""
        self.prepare([name])
        return self._programs[name].result()

    def source(self, module_path: str) -> Path:
        """Where the pinned source of a Go module lies: its CRDs and default configuration."""
        try:
            return go.source(module_path, home(module_path))
        except go.GoFailed as failure:
            raise BuildFailed(f"{module_path} can't be downloaded:\n{failure}") from failure

    def _have(self, names: Sequence[str]) -> None:
        for name in names:
            if found := installed(name):
                self._programs[name] = Future()
                self._programs[name].set_result(found)
        wanted = [name for name in names if name not in self._programs]
        for module in dict.fromkeys(TOOLS[name].module for name in wanted):
            self._build(module, [name for name in wanted if TOOLS[name].module == module])

    def _build(self, module: str, names: Sequence[str]) -> None:
        build = Build(Module(module), [TOOLS[name] for name in names], self._cache)
        self._programs |= build.programs
        if build.missing():
            self._builds.put((build, self._downloads.submit(build.download)))
            self._builder = self._builder or self._started()

    def _started(self) -> Thread:
        builder = Thread(target=self._work, daemon=True)
        builder.start()
        return builder

    def _work(self) -> None:
        """One module after the other, the next one while the last programs are linked."""
        while True:
            build, download = self._builds.get()
            Thread(target=build.run, args=(download, self._progress), daemon=True).start()
            build.nearly_done.wait()


def _in_order(names: Sequence[str]) -> list[str]:
    unknown = sorted(set(names) - TOOLS.keys())
    if unknown:
        raise UnknownTool(f"no such tool: {', '.join(unknown)}; there are {', '.join(TOOLS)}")
    return [name for name in TOOLS if name in names]
