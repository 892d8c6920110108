"""A program that this machine has already, if it fits: only ever Pulumi's."""

import re
import shutil
import subprocess
from pathlib import Path

from simulation.toolchain.pins import pinned
from simulation.toolchain.tools import PULUMI

PULUMIS = ("pulumi", "pulumi-language-python")

_VERSION = re.compile(r"v?(\d+)\.(\d+)\.(\d+)")


def installed(name: str) -> Path | None:
    """Where the fitting program of that name is: on PATH, or beside the fitting CLI there."""
    if name not in PULUMIS:
        return None
    found = shutil.which("pulumi")
    if not found or not fits(_version(found), pinned(PULUMI)):
        return None
    program = Path(found).with_name(name)
    return program if program.exists() else None


def fits(version: str, least: str) -> bool:
    """Whether `version` is at least `least`, and of the same major version."""
    ours, theirs = _VERSION.match(least), _VERSION.match(version)
    if not ours or not theirs:
        return False
    low, offered = _numbers(ours), _numbers(theirs)
    return low <= offered < (low[0] + 1, 0, 0)


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(int(part) for part in match.groups())


def _version(program: str) -> str:
    try:
        return subprocess.run(
            [program, "version"], capture_output=True, text=True, check=True, timeout=20
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return ""
