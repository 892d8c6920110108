"""When each process is ready: asked of the process itself, by what it is there for."""

import socket
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from simulation.control_plane.admission import ADMISSIONS
from simulation.control_plane.api import Api, Refused
from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.process import OPERATOR
from simulation.control_plane.site import LOOPBACK, Site
from simulation.control_plane.supervision import Supervision
from simulation.control_plane.verdict import verdict

READY_SECONDS = 120.0
POLL_SECONDS = 0.05

# Written in Knative's code, so only one cluster with Knative runs on a machine at a time.
KNATIVE_HEALTH_PORT = 8080
PORTS = {
    "etcd": "etcd",
    "kwok": "kwok",
    "kube-controller-manager": "kube-controller-manager",
    "kube-scheduler": "kube-scheduler",
    "volcano-scheduler": "volcano-scheduler-health",
    "volcano-controller-manager": "volcano-controller-health",
    "keda-operator": "keda-operator",
    "keda-adapter": "keda-adapter",
}
"""Processes that are ready when they listen."""


@dataclass(frozen=True)
class Readiness:
    """The patience to wait for one cluster's processes, and the sense to stop when one died."""

    site: Site
    api: Api
    supervision: Supervision

    def wait(self, name: str) -> None:
        """Return when a process does what it is there for."""
        self.until(lambda: self._probe(name), name)

    def until(self, ready: Callable[[], object], *processes: str) -> None:
        """Wait until `ready` answers without refusal, as long as `processes` live."""
        deadline = time.monotonic() + READY_SECONDS
        while (reason := _refusal(ready)) is not None:
            self._still_alive(processes)
            if time.monotonic() > deadline:
                raise ControlPlaneError(f"{', '.join(processes)} is not ready: {reason}")
            time.sleep(POLL_SECONDS)

    def _probe(self, name: str) -> None:
        if name in ADMISSIONS:
            ADMISSIONS[name].check(self.api)
        elif (port := self._port(name)) is not None:
            socket.create_connection((LOOPBACK, port), timeout=1.0).close()
        else:
            self.api.get("/readyz")

    def _port(self, name: str) -> int | None:
        if name == "knative-controller":
            return KNATIVE_HEALTH_PORT
        return self.site.port[PORTS[name]] if name in PORTS else None

    def _still_alive(self, names: Sequence[str]) -> None:
        for status in self.supervision.statuses():
            needed = status.name in names or status.tier < OPERATOR
            if needed and status.exit is not None:
                raise ControlPlaneError(verdict(self.site.directory, status))


def _refusal(ready: Callable[[], object]) -> Exception | None:
    try:
        ready()
    except (OSError, Refused) as error:
        return error
    return None
