"""One run of `go build`: its lines are progress, and each program is taken as it is linked."""

import atexit
import queue
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import Thread

from simulation.toolchain import go


class Compilation:
    """A running compiler, read line by line."""

    def __init__(self, command: Sequence[str], directory: Path, scratch: Path) -> None:
        self._process = subprocess.Popen(
            command,
            cwd=directory,
            env=go.environment(GOTMPDIR=str(scratch)),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        self._lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        atexit.register(self.stop)
        Thread(target=self._read, daemon=True).start()

    def lines(self, pause: float = 0.2) -> Iterator[str | None]:
        """Each line as it comes, and None whenever none came for a while."""
        while True:
            try:
                line = self._lines.get(timeout=pause)
            except queue.Empty:
                yield None
                continue
            if line is None:
                return
            yield line

    def succeeded(self) -> bool:
        """Whether it ended well; waits for the end."""
        return self._process.wait() == 0

    def stop(self) -> None:
        """End the compiler, if it still runs."""
        atexit.unregister(self.stop)
        if self._process.poll() is None:
            self._process.terminate()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._lines.put(line.rstrip())
        self._lines.put(None)
