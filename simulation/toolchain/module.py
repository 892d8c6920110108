"""A module directory: the programs it builds, and what decides how they come out."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from simulation.toolchain import go
from simulation.toolchain.pins import MODULES
from simulation.toolchain.tools import TOOLS, Tool
from simulation.toolchain.trimmed import stand_ins
from simulation.toolchain.trims import TRIMS

# Cold, on 2 cores with nothing else to do; for the progress display alone. Measured with empty
# caches, downloads included: cluster 449, pulumi 98, volcano 142 seconds of processor time.
EXPECTED_SECONDS = {
    "cluster": 240,
    "pulumi": 55,
    "volcano": 65,
    "keda": 150,
    "helm": 90,
    "kubeconform": 10,
    "language": 25,
}


@dataclass(frozen=True)
class Module:
    """The directory of that name under `modules/`."""

    name: str

    @property
    def directory(self) -> Path:
        return MODULES / self.name

    @property
    def tools(self) -> tuple[Tool, ...]:
        return tuple(tool for tool in TOOLS.values() if tool.module == self.name)

    @property
    def expected(self) -> float:
        """The seconds that a cold build takes, roughly."""
        return EXPECTED_SECONDS.get(self.name, 60)

    @property
    def ldflags(self) -> str:
        """One set for all programs: a variable that a program lacks is ignored by the linker."""
        own = dict.fromkeys(flag for tool in self.tools for flag in tool.ldflags)
        return " ".join(["-s", "-w", *own])

    @cached_property
    def digest(self) -> str:
        """The same digest means the same programs."""
        digest = hashlib.sha256()
        for part in self._decisive():
            digest.update(len(part).to_bytes(8, "big") + part)
        return f"{self.name}-{digest.hexdigest()[:16]}"

    def command(self, tools: Sequence[Tool], view: Sequence[str], out: Path) -> list[str]:
        """One `go build` for all: the compiler is busy with one while another is linked."""
        flags = [*go.FLAGS, f"-ldflags={self.ldflags}", *view]
        return ["go", "build", "-v", *flags, "-o", f"{out}/", *(tool.package for tool in tools)]

    def _decisive(self) -> Iterator[bytes]:
        yield (self.directory / "go.mod").read_bytes()
        yield (self.directory / "go.sum").read_bytes()
        yield from (file.read_bytes() for file in stand_ins(self.name))
        yield repr(TRIMS.get(self.name, ())).encode()
        yield json.dumps([go.FLAGS, self.ldflags, go.platform()]).encode()
        for companion in filter(None, (tool.companion for tool in self.tools)):
            yield repr(companion).encode()
            yield (MODULES / companion.module / "go.mod").read_bytes()
