"""The other side of the supervisor: begin one, find one, and ask it for things."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from signal import Signals
from typing import Any, Self

from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.identity import Identity
from simulation.control_plane.process import Process
from simulation.control_plane.record import Record

CHECKOUT = Path(__file__).parents[2]
PATIENCE_SECONDS = 20.0


@dataclass(frozen=True)
class Status:
    """One child: `exit` is None while it runs, negative for the signal that ended it."""

    name: str
    pid: int
    exit: int | None
    tier: int


@dataclass(frozen=True)
class Supervision:
    """A running supervisor, as its clients see it."""

    state: Path
    record: Record

    @classmethod
    def found(cls, state: Path) -> Self | None:
        """The supervisor that serves `state`; one that is just ending is waited for."""
        _until(lambda: (record := Record.read(state)) is None or not record.doomed, state)
        record = Record.read(state)
        return None if record is None else cls(state, record)

    @classmethod
    def begun(cls, state: Path) -> Self:
        """A new supervisor that ends, with all it owns, when this process ends."""
        Record.clear(state)
        reading, _writing = os.pipe()  # nobody writes; the pipe's end is the message
        command = [sys.executable, "-m", "simulation.control_plane.supervisor", str(state)]
        with (state / "logs" / "supervisor.log").open("ab") as log:
            subprocess.run(
                [*command, *map(str, vars(_this_process()).values())],
                env=os.environ | {"PYTHONPATH": str(CHECKOUT)},
                stdin=reading,
                stdout=log,
                stderr=log,
                start_new_session=True,
                check=True,
            )
        os.close(reading)
        _until(lambda: Record.read(state) is not None, state)
        record = Record.read(state)
        assert record is not None
        return cls(state, record)

    @property
    def mine(self) -> bool:
        """Whether this process may change the cluster: it began it, or it was let go."""
        return self.record.detached or self.record.starter == _this_process()

    def ensure(self, process: Process) -> bool:
        """Run `process` unless exactly that runs; True where it was started."""
        return bool(self._ask("ensure", process=process.to_json()))

    def again(self, name: str) -> None:
        """End and start one process."""
        self._ask("again", name=name)

    def forget(self, names: Iterable[str]) -> None:
        """End processes for good."""
        self._ask("forget", names=list(names))

    def signal(self, name: str, signal: Signals) -> None:
        """Send one process a signal."""
        self._ask("signal", name=name, signal=int(signal))

    def statuses(self) -> list[Status]:
        """Every child as it is now."""
        return [Status(**child) for child in self._ask("status")]

    def detach(self) -> None:
        """From now on the cluster lives until it is ended by request."""
        self._ask("detach")

    def end(self) -> None:
        """End everything, and return when it has ended."""
        with suppress(ControlPlaneError):  # it may be about to end by itself
            self._ask("end")
        _until(lambda: not self.record.supervisor.alive(), self.state)

    def _ask(self, ask: str, **details: object) -> Any:
        try:
            reply = self._reply({"ask": ask, **details})
        except (OSError, ValueError) as error:
            text = f"the supervisor of {self.state} does not answer: {error}"
            raise ControlPlaneError(text) from None
        if "error" in reply:
            raise ControlPlaneError(f"the supervisor refused '{ask}': {reply['error']}")
        return reply["answer"]

    def _reply(self, request: dict[str, object]) -> dict[str, Any]:
        with socket.socket(socket.AF_UNIX) as connection:
            connection.settimeout(PATIENCE_SECONDS * 3)
            connection.connect(self.record.socket)
            with connection.makefile("rw") as lines:
                lines.write(json.dumps(request) + "\n")
                lines.flush()
                reply: dict[str, Any] = json.loads(lines.readline())
        return reply


def _this_process() -> Identity:
    identity = Identity.of(os.getpid())
    assert identity is not None
    return identity


def _until(true: Callable[[], bool], state: Path) -> None:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not true():
        if time.monotonic() > deadline:
            raise ControlPlaneError(f"no answer from the supervisor; see {state}/logs")
        time.sleep(0.01)
