"""The processes of one cluster, owned: started, watched, and ended by tiers."""

import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from simulation.control_plane.identity import Identity
from simulation.control_plane.process import Process

GRACE_SECONDS = 3.0
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """A process as it was asked for, and as it is."""

    process: Process
    popen: subprocess.Popen[bytes]
    identity: Identity | None

    @property
    def running(self) -> bool:
        """Whether it has not ended yet; asking also reaps it."""
        return self.popen.poll() is None

    def signal(self, number: int) -> None:
        """Signal its whole group, unless it is gone."""
        if self.running and self.identity is not None:
            self.identity.signal_group(signal.Signals(number))


class Children:
    """Everything one supervisor owns."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._children: dict[str, Child] = {}

    def __iter__(self) -> Iterator[Child]:
        return iter(self._children.values())

    def __getitem__(self, name: str) -> Child:
        return self._children[name]

    def ensure(self, process: Process) -> bool:
        """Run `process`; True where it had to be started, False where just that runs already."""
        known = self._children.get(process.name)
        if known is not None and known.running and known.process == process:
            return False
        self.end([process.name])
        self._children[process.name] = self._started(process)
        return True

    def again(self, name: str) -> None:
        """End a process and start it as it was asked for."""
        process = self._children[name].process
        self.end([name])
        self._children[name] = self._started(process)

    def forget(self, names: Iterable[str]) -> None:
        """End processes, and no longer expect them to run."""
        names = list(names)
        self.end(names)
        for name in names:
            self._children.pop(name, None)

    def end(self, names: Iterable[str]) -> None:
        """Ask processes to end; what has not ended after a moment is killed."""
        ending = [self._children[name] for name in names if name in self._children]
        for child in ending:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + GRACE_SECONDS
        while any(child.running for child in ending) and time.monotonic() < deadline:
            time.sleep(0.02)
        for child in ending:
            child.signal(signal.SIGKILL)
            child.popen.wait()

    def end_all(self) -> None:
        """End everything, what others stand on last."""
        for tier in sorted({child.process.tier for child in self}, reverse=True):
            self.end([child.process.name for child in self if child.process.tier == tier])

    def _started(self, process: Process) -> Child:
        with self._fresh_log(process.name).open("ab") as output:
            popen = subprocess.Popen(
                process.argv,
                env=dict(process.env),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_die_with_parent(os.getpid()),
            )
        return Child(process, popen, Identity.of(popen.pid))

    def _fresh_log(self, name: str) -> Path:
        """An empty log, so that last words are this process's own; the last one is kept."""
        log = self._logs / f"{name}.log"
        if log.exists():
            log.replace(self._logs / f"{name}.previous.log")
        return log


def _die_with_parent(parent: int) -> Callable[[], None] | None:
    if not sys.platform.startswith("linux"):
        return None
    libc = ctypes.CDLL(None)

    def prepare() -> None:
        libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)

    return prepare
