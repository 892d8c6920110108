"""The tools of a simulated cluster, built in the background and waited for by name."""

from collections.abc import Sequence
from pathlib import Path

from simulation.toolchain.cache import default_cache
from simulation.toolchain.progress import Progress


class Toolchain:
    """Builds what is missing, once for all checkouts of this machine."""

    def __init__(self, cache: Path | None = None, progress: Progress | None = None) -> None:
        self._cache = cache or default_cache()

    def prepare(self, names: Sequence[str]) -> None:
        """Start building what is missing of `names`; returns at once."""
        raise NotImplementedError

    def binary(self, name: str) -> Path:
        """The executable of that tool, as soon as it is built; `BuildFailed` if it can't be."""
        raise NotImplementedError

    def source(self, module_path: str) -> Path:
        """Where the pinned source of a Go module lies: its CRDs and default configuration."""
        raise NotImplementedError
