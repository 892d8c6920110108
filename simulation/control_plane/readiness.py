"""When each process is ready: asked of the process itself, by what it is there for."""

import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from simulation.control_plane.api import Api, Refused
from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.site import LOOPBACK, Site
from simulation.control_plane.supervision import Supervision
from simulation.control_plane.verdict import verdict

READY_SECONDS = 120.0
POLL_SECONDS = 0.05

PORTS = {
    "etcd": "etcd",
    "kwok": "kwok",
    "kube-controller-manager": "kube-controller-manager",
    "volcano-scheduler": "volcano-scheduler-health",
    "volcano-controller-manager": "volcano-controller-health",
    "knative-controller": "knative-controller-health",
    "knative-webhook": "knative-webhook",
    "keda-operator": "keda-operator",
    "keda-adapter": "keda-adapter",
}
"""Processes that are ready when they listen."""

PROBE = {"name": "admission-probe"}
ADMISSIONS: Mapping[str, tuple[str, dict[str, object]]] = {
    "volcano-webhook-manager": (
        "/apis/scheduling.volcano.sh/v1beta1/queues",
        {
            "apiVersion": "scheduling.volcano.sh/v1beta1",
            "kind": "Queue",
            "metadata": PROBE,
            "spec": {"weight": 1},
        },
    ),
    "kserve-manager": (
        "/apis/serving.kserve.io/v1beta1/namespaces/default/inferenceservices",
        {
            "apiVersion": "serving.kserve.io/v1beta1",
            "kind": "InferenceService",
            "metadata": PROBE,
            "spec": {"predictor": {"containers": [{"name": "kserve-container", "image": "p:1"}]}},
        },
    ),
}
"""Processes that are ready when the API server takes an object past their webhooks."""


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
        if name in PORTS:
            port = self.site.port[PORTS[name]]
            socket.create_connection((LOOPBACK, port), timeout=1.0).close()
        elif name in ADMISSIONS:
            collection, probe = ADMISSIONS[name]
            self.api.create(f"{collection}?dryRun=All", probe)
        else:
            self.api.get("/readyz")

    def _still_alive(self, names: Sequence[str]) -> None:
        for status in self.supervision.statuses():
            if status.name in names and status.exit is not None:
                raise ControlPlaneError(verdict(self.site.directory, status))


def _refusal(ready: Callable[[], object]) -> Exception | None:
    try:
        ready()
    except Refused as refusal:
        if refusal.final:
            raise
        return refusal
    except OSError as error:
        return error
    return None
