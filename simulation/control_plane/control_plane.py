"""The whole simulated control plane as one object that can be started, watched and ended."""

from collections.abc import Callable
from pathlib import Path
from signal import Signals
from typing import Any, Self

from simulation.control_plane.parts import Parts

Report = Callable[[str], None]


class ControlPlane:
    """A running cluster. It ends with the process that started it, until `detach` is called."""

    state: Path
    kubeconfig: Path
    context: str = "simulation"
    identifier: str  # stable as long as the state directory lives
    server: str  # https://127.0.0.1:PORT

    @classmethod
    def start(cls, state: Path, toolchain: Any, parts: Parts, report: Report) -> Self:
        """Bring everything up, or bring a running cluster up to date with `parts`."""
        raise NotImplementedError

    @classmethod
    def attach(cls, state: Path) -> Self | None:
        """The cluster that runs on `state`, if one does."""
        raise NotImplementedError

    def detach(self) -> None:
        """Let the cluster outlive this process; `attach` and `stop` find it again."""
        raise NotImplementedError

    def stop(self) -> None:
        """End every process of this cluster; what etcd holds stays for the next start."""
        raise NotImplementedError

    def remove(self) -> None:
        """Stop, and forget the cluster's data."""
        raise NotImplementedError

    def failures(self) -> list[str]:
        """One line group for each process that ended unasked: its name and its last words."""
        raise NotImplementedError

    def recover(self, report: Report) -> list[str]:
        """Restart what ended unasked, saying so; returns the names."""
        raise NotImplementedError

    def restart(self, name: str) -> None:
        """End and start one process, and wait until it is ready again."""
        raise NotImplementedError

    def kill(self, name: str, signal: Signals) -> None:
        """Send one process a signal, as a fault would."""
        raise NotImplementedError
