"""Where built programs are kept: outside every checkout, under what decided how they came out."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

MONTH = 30 * 24 * 60 * 60


def default_cache() -> Path:
    """`$GPU_INFERENCE_CACHE`, or this user's cache directory."""
    if chosen := os.environ.get("GPU_INFERENCE_CACHE"):
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "gpu-inference"


class Busy(RuntimeError):
    """Another process holds this shelf."""


def forget_unused(cache: Path, now: float | None = None) -> None:
    """Throw away the programs of pins that no checkout has asked for in a month."""
    oldest = (now or time.time()) - MONTH
    for shelf in (cache / "bin").glob("*"):
        if shelf.stat().st_mtime < oldest:
            shutil.rmtree(shelf, ignore_errors=True)


@dataclass(frozen=True)
class Shelf:
    """The programs of one digest; a program is there whole, or not at all."""

    cache: Path
    digest: str

    @property
    def directory(self) -> Path:
        return self.cache / "bin" / self.digest

    def place(self, name: str) -> Path:
        return self.directory / name

    def use(self) -> None:
        """Remember that somebody asked for what stands here."""
        with suppress(FileNotFoundError):
            os.utime(self.directory)

    def has(self, name: str) -> bool:
        return os.access(self.place(name), os.X_OK)

    def put(self, built: Path, name: str) -> Path:
        """Move a finished program here in one step; it must lie on the same file system."""
        place = self.place(name)
        place.parent.mkdir(parents=True, exist_ok=True)
        return built.replace(place)

    @property
    def view(self) -> Path:
        """Where the compiler reads which sources it compiles."""
        return self.cache / "views" / self.digest

    @contextmanager
    def scratch(self) -> Iterator[Path]:
        """A directory beside the shelf, so that moving is renaming; for its holder alone."""
        parent = self.cache / "tmp"
        parent.mkdir(parents=True, exist_ok=True)
        for abandoned in parent.glob(f"{self.digest}-*"):
            shutil.rmtree(abandoned, ignore_errors=True)
        with tempfile.TemporaryDirectory(prefix=f"{self.digest}-", dir=parent) as directory:
            yield Path(directory)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold this shelf alone among all processes, or be `Busy`; death releases it."""
        lock = self.cache / "locks" / self.digest
        lock.parent.mkdir(parents=True, exist_ok=True)
        with lock.open("w") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(self.digest) from None
            yield
