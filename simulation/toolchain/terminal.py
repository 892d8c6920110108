"""A build's progress where somebody watches, and in a log where nobody does."""

import sys
import time
from collections.abc import Callable
from typing import TextIO

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from simulation.toolchain import progress

MINUTE = 60
EVERY_SECONDS = 20.0


def shown(stream: TextIO = sys.stderr) -> progress.Progress:
    """What suits `stream`: bars on a terminal, a line now and then in a log."""
    return Bars(Console(file=stream)) if stream.isatty() else Lines(stream)


class Lines:
    """A line when a build starts, every twenty seconds, and when it ends."""

    def __init__(self, stream: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._stream = stream
        self._clock = clock
        self._begun: dict[str, float] = {}
        self._said: dict[str, float] = {}

    def started(self, module: str, tools: tuple[str, ...], expected: float) -> None:
        self._begun[module] = self._said[module] = self._clock()
        self._say(f"building {', '.join(tools)}: {_minutes(expected)} where nothing is cached")

    def step(self, module: str, done: int, total: int, detail: str) -> None:
        now = self._clock()
        if now - self._said.get(module, now) < EVERY_SECONDS:
            return
        self._said[module] = now
        share = f"{done} of at most {total} packages, now {detail}" if total else detail
        self._say(f"{module}: {share}, after {_minutes(now - self._begun[module])}")

    def finished(self, module: str, seconds: float) -> None:
        self._say(f"{module}: built in {_minutes(seconds)}")

    def failed(self, module: str, reason: str) -> None:
        self._say(f"{module}: failed: {reason}")

    def _say(self, line: str) -> None:
        print(line, file=self._stream, flush=True)


class Bars:
    """One bar for each module that is being built."""

    def __init__(self, console: Console) -> None:
        self._tasks: dict[str, TaskID] = {}
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.fields[share]}"),
            TimeElapsedColumn(),
            TextColumn("of about {task.fields[expected]}  {task.fields[detail]}"),
            console=console,
            transient=True,
        )

    def started(self, module: str, tools: tuple[str, ...], expected: float) -> None:
        self._bars.start()
        self._tasks[module] = self._bars.add_task(
            ", ".join(tools), total=None, expected=_minutes(expected), share="", detail=""
        )

    def step(self, module: str, done: int, total: int, detail: str) -> None:
        share = f"{done}/{total} packages" if total else ""
        self._bars.update(
            self._tasks[module],
            completed=done,
            total=total or None,
            share=share,
            detail=_short(detail),
        )

    def finished(self, module: str, seconds: float) -> None:
        self._bars.console.print(f"{module}: built in {_minutes(seconds)}", highlight=False)
        self._end(module)

    def failed(self, module: str, reason: str) -> None:
        self._bars.console.print(f"{module}: failed: {reason}", markup=False, highlight=False)
        self._end(module)

    def _end(self, module: str) -> None:
        self._bars.remove_task(self._tasks.pop(module))
        if not self._tasks:
            self._bars.stop()


def _minutes(seconds: float) -> str:
    whole = round(seconds)
    return f"{whole} s" if whole < MINUTE else f"{whole // MINUTE} min {whole % MINUTE:02d} s"


def _short(detail: str) -> str:
    return "/".join(detail.split("/")[-2:])
