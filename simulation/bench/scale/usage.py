"""What a process has cost so far, by the word of the Linux kernel; nothing where there is none."""

import os
from pathlib import Path

KIB_PER_MIB = 1024
USER_TIME, SYSTEM_TIME = 11, 12
"""Fields of /proc/PID/stat after the name, see proc(5)."""


def peak_mib(pid: int) -> float:
    """The most memory it ever held."""
    for line in _read(pid, "status").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / KIB_PER_MIB
    return 0.0


def cpu_seconds(pid: int) -> float:
    """Time of all its threads on a core."""
    fields = _read(pid, "stat").rpartition(")")[2].split()
    if not fields:
        return 0.0
    return (int(fields[USER_TIME]) + int(fields[SYSTEM_TIME])) / os.sysconf("SC_CLK_TCK")


def _read(pid: int, name: str) -> str:
    try:
        return Path(f"/proc/{pid}/{name}").read_text()
    except OSError:
        return ""
