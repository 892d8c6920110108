"""A process that ended unasked, in words: its name, how it ended, and the last it said."""

from pathlib import Path
from signal import Signals

from simulation.control_plane.supervision import Status

LINES = 8
TAIL_BYTES = 16_384


def verdict(state: Path, status: Status) -> str:
    """What to tell a person about a process that is gone."""
    log = state / "logs" / f"{status.name}.log"
    said = "\n".join(f"    {line}" for line in last_lines(log))
    return f"{status.name} {_how(status.exit or 0)}; its last words, from {log}:\n{said}"


def last_lines(log: Path, count: int = LINES) -> list[str]:
    """The end of a log, without reading all of it; of a Go panic, its beginning."""
    with log.open("rb") as file:
        file.seek(max(0, log.stat().st_size - TAIL_BYTES))
        lines = file.read().decode(errors="replace").splitlines()
    panics = [number for number, line in enumerate(lines) if line.startswith("panic: ")]
    return lines[panics[-1] :][:count] if panics else lines[-count:]


def _how(code: int) -> str:
    return f"was killed by {Signals(-code).name}" if code < 0 else f"ended with status {code}"
