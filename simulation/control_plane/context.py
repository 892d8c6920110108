"""What every step of a start works with."""

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Protocol

from simulation.control_plane import crds
from simulation.control_plane.api import Api
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.parts import Parts
from simulation.control_plane.process import Process
from simulation.control_plane.readiness import Readiness
from simulation.control_plane.site import Site
from simulation.toolchain.cache import default_cache

Report = Callable[[str], None]


class Tools(Protocol):
    """What is asked of the toolchain."""

    def binary(self, name: str) -> Path:
        """The executable of a tool, once it is built."""

    def source(self, module_path: str) -> Path:
        """The source of a Go module at its pinned version."""


@dataclass(frozen=True)
class Context:
    """One start of one control plane."""

    tools: Tools
    parts: Parts
    readiness: Readiness
    report: Report
    expected: set[str] = field(default_factory=set)

    @property
    def site(self) -> Site:
        """Where the control plane lives."""
        return self.readiness.site

    @property
    def api(self) -> Api:
        """Its API server."""
        return self.readiness.api

    @property
    def cache(self) -> Path:
        """Where parsed upstream files are kept, for all checkouts of this machine."""
        return default_cache() / "parsed"

    def run(self, process: Process) -> None:
        """Have exactly this process running and ready."""
        self.expected.add(process.name)
        if self.readiness.supervision.ensure(process):
            self.report(f"{process.name} started")
        self.readiness.wait(process.name)

    def apply(self, manifests: Iterable[Manifest]) -> None:
        """Apply objects, several at a time."""
        with ThreadPoolExecutor(4) as pool:
            list(pool.map(self.api.apply, manifests))

    def apply_crds(self, manifests: Sequence[Manifest]) -> None:
        """Apply the CRDs that are new or changed, and wait until all are served."""
        crds.bring_up_to_date(self.api, manifests)
        for manifest in manifests:
            self.readiness.until(partial(crds.await_served, self.api, manifest), "kube-apiserver")
