"""A process that owns all others of a cluster, and ends them when whoever started it is gone.

Its standard input is a lifeline: a pipe that stays open while its starter lives. After `detach`
the lifeline no longer counts, and the cluster stays up until somebody asks for its end.
"""

import json
import os
import selectors
import shutil
import signal
import socket
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from simulation.control_plane import record
from simulation.control_plane.children import Child, Children
from simulation.control_plane.identity import Identity
from simulation.control_plane.process import Process
from simulation.control_plane.record import Record

SOCKET = "control"
LIFELINE = 0

Json = dict[str, Any]


class Supervisor:
    """One loop, one thread: what is asked is done before the next request is read."""

    def __init__(self, state: Path, starter: Identity) -> None:
        self._state = state
        self._starter = starter
        self._detached = self._ending = False
        self._children = Children(state / "logs")
        self._room = Path(tempfile.mkdtemp(prefix="gpu-inference-"))

    def serve(self) -> None:
        """Work until a request, a signal or the end of the lifeline ends the cluster."""
        signal.signal(signal.SIGTERM, self._on_signal)
        events = selectors.DefaultSelector()
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(str(self._room / SOCKET))
            server.listen()
            events.register(server, selectors.EVENT_READ, lambda: self._converse(server))
            events.register(LIFELINE, selectors.EVENT_READ, lambda: self._on_lifeline(events))
            self._write_record()
            while not self._ending:
                for key, _ in events.select(timeout=0.5):
                    key.data()
        self._end()

    def _on_signal(self, *_: object) -> None:
        self._ending = True

    def _on_lifeline(self, events: selectors.BaseSelector) -> None:
        events.unregister(LIFELINE)
        self._ending = self._ending or not self._detached

    def _converse(self, server: socket.socket) -> None:
        connection, _ = server.accept()
        connection.settimeout(2.0)
        with connection, connection.makefile("rw") as lines:
            try:
                lines.write(json.dumps(self._reply(json.loads(lines.readline()))) + "\n")
                lines.flush()
            except (OSError, ValueError) as error:
                print(f"a request failed: {error}", flush=True)

    def _reply(self, request: Json) -> Json:
        answers: Mapping[str, Callable[[Json], object]] = {
            "ensure": lambda asked: self._children.ensure(Process.from_json(asked["process"])),
            "again": lambda asked: self._children.again(asked["name"]),
            "forget": lambda asked: self._children.forget(asked["names"]),
            "signal": lambda asked: self._children[asked["name"]].signal(asked["signal"]),
            "status": lambda _: [_status(child) for child in self._children],
            "detach": lambda _: self._detach(),
            "end": self._on_signal,
        }
        try:
            answer = answers[request["ask"]](request)
        except (OSError, KeyError) as error:
            return {"error": f"{type(error).__name__}: {error}"}
        self._write_record()
        return {"answer": answer}

    def _detach(self) -> None:
        self._detached = True

    def _write_record(self) -> None:
        identity = Identity.of(os.getpid())
        assert identity is not None
        Record(
            supervisor=identity,
            starter=self._starter,
            socket=str(self._room / SOCKET),
            detached=self._detached,
            ending=self._ending,
            children=tuple(child.identity for child in self._children if child.identity),
        ).write(self._state)

    def _end(self) -> None:
        self._write_record()
        self._children.end_all()
        shutil.rmtree(self._room, ignore_errors=True)
        (self._state / record.NAME).unlink(missing_ok=True)


def _status(child: Child) -> Json:
    code = None if child.running else child.popen.returncode
    process = child.process
    return {"name": process.name, "pid": child.popen.pid, "exit": code, "tier": process.tier}


if __name__ == "__main__":
    if os.fork():  # whoever started this can wait for it, and is not left with a zombie
        os._exit(0)
    Supervisor(Path(sys.argv[1]), Identity(int(sys.argv[2]), sys.argv[3])).serve()
