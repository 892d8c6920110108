"""What this machine lacks for building and running a simulated cluster, one sentence each."""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from simulation.toolchain.cache import default_cache
from simulation.toolchain.pins import go_directive, names

GIB = 2**30
PYTHON = (3, 11)
# Go's downloads, what it compiles from them, and the programs; then the programs alone.
DISK_GIB_TO_BUILD = 8
DISK_GIB_TO_RUN = 1
MEMORY_GIB = 4
# The first Go that fetches a newer Go by itself, unless it is told not to.
SELF_UPDATING_GO = (1, 21)

_GO_VERSION = re.compile(r"go(\d+)\.(\d+)(?:\.(\d+))?")


@dataclass(frozen=True)
class Machine:
    """What counts about a machine; `None` is what could not be found out."""

    python: tuple[int, ...]
    go: tuple[int, ...] | None
    go_updates_itself: bool
    free_disk: int
    free_memory: int | None
    cache: Path

    @property
    def disk_gib(self) -> int:
        """The disk space it takes from here on; whoever built once builds little again."""
        return DISK_GIB_TO_RUN if (self.cache / "bin").is_dir() else DISK_GIB_TO_BUILD


def lacks(machine: Machine | None = None) -> list[str]:
    """One sentence for each thing that is missing, with where to get it; empty is good."""
    asked = machine or this_machine()
    found = (_python(asked), _go(asked), _disk(asked), _memory(asked))
    return [sentence for sentence in found if sentence]


def this_machine() -> Machine:
    """The machine that this process runs on."""
    cache = default_cache()
    go = _go_settings()
    return Machine(
        python=tuple(sys.version_info[:3]),
        go=_numbers(go.get("GOVERSION", "")),
        go_updates_itself=go.get("GOTOOLCHAIN", "auto") != "local",
        free_disk=shutil.disk_usage(_nearest(cache)).free,
        free_memory=_available_memory(Path("/proc/meminfo")),
        cache=cache,
    )


@cache
def needed_go() -> tuple[int, ...]:
    """The newest Go that any of the modules asks for."""
    wanted = (_numbers(f"go{go_directive(module)}") for module in names())
    return max(version for version in wanted if version)


def _python(machine: Machine) -> str:
    if machine.python >= PYTHON:
        return ""
    needed, ours = _dotted(PYTHON), _dotted(machine.python)
    return f"Python {needed} or newer is needed, this is {ours}: see https://www.python.org."


def _go(machine: Machine) -> str:
    source = f"install Go {_dotted(needed_go())} or newer from https://go.dev/dl"
    if machine.go is None:
        return f"There is no `go` on PATH to build the cluster's programs with: {source}."
    updates = machine.go_updates_itself and machine.go >= SELF_UPDATING_GO
    if machine.go >= needed_go() or updates:
        return ""
    return f"Go {_dotted(machine.go)} is too old for the cluster's programs: {source}."


def _disk(machine: Machine) -> str:
    if machine.free_disk >= machine.disk_gib * GIB:
        return ""
    free = machine.free_disk / GIB
    return (
        f"{machine.cache} has {free:.1f} GiB free and {machine.disk_gib} GiB are needed: "
        "make room, or set GPU_INFERENCE_CACHE to a directory on a larger disk."
    )


def _memory(machine: Machine) -> str:
    if machine.free_memory is None or machine.free_memory >= MEMORY_GIB * GIB:
        return ""
    free = machine.free_memory / GIB
    return (
        f"{free:.1f} GiB of memory is available and a simulated cluster needs {MEMORY_GIB} GiB: "
        "close something, or use a larger machine."
    )


def _go_settings() -> dict[str, str]:
    asked = ["GOVERSION", "GOTOOLCHAIN"]
    try:
        done = subprocess.run(
            ["go", "env", *asked], capture_output=True, text=True, check=True, cwd="/"
        )
    except (OSError, subprocess.CalledProcessError):
        return {}
    return dict(zip(asked, done.stdout.splitlines(), strict=False))


def _available_memory(meminfo: Path) -> int | None:
    if not meminfo.exists():
        return None
    lines = dict(line.split(":", 1) for line in meminfo.read_text().splitlines())
    return int(lines["MemAvailable"].split()[0]) * 1024 if "MemAvailable" in lines else None


def _numbers(version: str) -> tuple[int, ...] | None:
    match = _GO_VERSION.match(version)
    return tuple(int(part) for part in match.groups() if part) if match else None


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))


def _nearest(path: Path) -> Path:
    return next(place for place in (path, *path.parents) if place.exists())
