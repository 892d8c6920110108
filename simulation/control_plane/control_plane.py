"""The whole simulated control plane as one object that can be started, watched and ended."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import Signals
from typing import Self

from simulation.control_plane.api import Api
from simulation.control_plane.bringup import bring_up
from simulation.control_plane.context import Context, Report, Tools
from simulation.control_plane.credentials import CONTEXT
from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.kubernetes.steps import API
from simulation.control_plane.parts import Parts
from simulation.control_plane.readiness import Readiness
from simulation.control_plane.site import Site
from simulation.control_plane.supervision import Supervision
from simulation.control_plane.verdict import verdict

GONE = "the supervisor is gone, and every process of the cluster with it"


class ControlPlane:
    """A running cluster. It ends with the process that started it, until `detach` is called.

    `api` is its administrator's way in; `context` is the only one of its kubeconfig.
    """

    context = CONTEXT

    def __init__(self, site: Site, supervision: Supervision) -> None:
        self._site = site
        self._supervision = supervision
        self.api = Api.of(site)
        self._readiness = Readiness(site, self.api, supervision)

    @classmethod
    def start(cls, state: Path, toolchain: Tools, parts: Parts, report: Report) -> Self:
        """Bring everything up, or bring a cluster that was let go up to date with `parts`.

        Where something does not come up, a cluster begun here ends; one that ran before stays.
        """
        with _alone(state):
            running = Supervision.found(state)
            if running is not None and not running.mine:
                raise ControlPlaneError(f"another run is using {state}; it ends with that run")
            site = Site.opened(state, running=running is not None)
            plane = cls(site, running or Supervision.begun(site.directory))
            try:
                bring_up(Context(toolchain, parts, plane._readiness, report))
            except BaseException:
                if running is None:
                    plane.stop()
                raise
            return plane

    @classmethod
    def attach(cls, state: Path) -> Self | None:
        """The cluster that runs on `state`, if one does."""
        running = Supervision.found(state)
        return None if running is None else cls(Site.opened(state, running=True), running)

    @property
    def state(self) -> Path:
        """The directory that holds all there is of this cluster."""
        return self._site.directory

    @property
    def kubeconfig(self) -> Path:
        """The administrator's kubeconfig; its only context is `context`."""
        return self._site.kubeconfig()

    @property
    def identifier(self) -> str:
        """The cluster's identity, the same for as long as its data lives."""
        return self._site.identifier

    @property
    def server(self) -> str:
        """The address of the API server."""
        return self._site.server

    @property
    def pids(self) -> dict[str, int]:
        """The running processes of the cluster, by name."""
        running = (status for status in self._supervision.statuses() if status.exit is None)
        return {status.name: status.pid for status in running}

    def detach(self) -> None:
        """Let the cluster outlive this process; `attach` finds it again."""
        self._supervision.detach()

    def stop(self) -> None:
        """End every process of this cluster; what etcd holds stays for the next start."""
        self._supervision.end()

    def remove(self) -> None:
        """Stop, and forget the cluster's data."""
        self.stop()
        shutil.rmtree(self.state)

    def failures(self) -> list[str]:
        """What ended unasked: each with its name, how it ended, and its last words."""
        if not self._supervision.record.supervisor.alive():
            return [GONE]
        ended = [status for status in self._supervision.statuses() if status.exit is not None]
        return [verdict(self.state, status) for status in ended]

    def recover(self, report: Report) -> list[str]:
        """Restart what ended unasked, what others stand on first; returns the names."""
        ended = [status for status in self._supervision.statuses() if status.exit is not None]
        ended.sort(key=lambda status: status.tier)
        for status in ended:
            report(f"{verdict(self.state, status)}\n  restarting {status.name}")
            self._supervision.again(status.name)
        for status in ended:
            self._readiness.wait(status.name)
        self._readiness.wait(API)
        return [status.name for status in ended]

    def restart(self, name: str) -> None:
        """End and start one process, and wait until it is ready again."""
        self._supervision.again(name)
        self._readiness.wait(name)
        self._readiness.wait(API)

    def kill(self, name: str, signal: Signals) -> None:
        """Send one process a signal, as a fault would."""
        self._supervision.signal(name, signal)


@contextmanager
def _alone(state: Path) -> Iterator[None]:
    """Hold the state directory against other starts; the kernel lets go when this process ends."""
    state.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (state / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise ControlPlaneError(f"another run is starting the cluster in {state}") from None
        yield
