"""Who a process is: its number and when it began, so a reused number is never taken for it."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path
from signal import Signals
from typing import Self


@dataclass(frozen=True)
class Identity:
    """One process of this boot of this machine."""

    pid: int
    began: str

    @classmethod
    def of(cls, pid: int) -> Self | None:
        """The process that has this number now, or None where it has ended."""
        began = _began_by_proc(pid) if Path("/proc/self/stat").exists() else _began_by_ps(pid)
        return None if began is None else cls(pid, began)

    def alive(self) -> bool:
        """Whether this very process still runs; one that only waits to be reaped does not."""
        return Identity.of(self.pid) == self

    def signal_group(self, signal: Signals) -> bool:
        """Send `signal` to the process and its descendants; False where it is gone already."""
        if not self.alive():
            return False
        try:
            os.killpg(self.pid, signal)
        except ProcessLookupError:
            return False
        return True


def _began_by_proc(pid: int) -> str | None:
    try:
        text = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return None
    fields = text.rpartition(")")[2].split()
    state, ticks = fields[0], fields[19]
    return None if state in "ZX" else f"{_boot()}:{ticks}"


def _boot() -> str:
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()


def _began_by_ps(pid: int) -> str | None:
    command = ["ps", "-o", "stat=,lstart=", "-p", str(pid)]
    found = subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()
    return None if not found or found.startswith("Z") else found.split(maxsplit=1)[1]
