"""Signs of life, and `python -m components.zone_tainter.program.alive SIGN` to look for one."""

import sys
import tempfile
import time
from pathlib import Path

LOOPS = "loops"
"""It is not stuck, whether or not anybody answers it."""

WATCHES = "watches"
"""It has seen all nodes, and hears of every change."""

FRESH_SECONDS = 60
FOLDER = Path(tempfile.gettempdir())


def beat(sign: str) -> None:
    """It is so now."""
    _file(sign).touch()


def fresh(sign: str) -> bool:
    """Whether it was so a moment ago."""
    file = _file(sign)
    return file.exists() and time.time() - file.stat().st_mtime < FRESH_SECONDS


def _file(sign: str) -> Path:
    return FOLDER / f"zone-tainter-{sign}"


if __name__ == "__main__":
    sys.exit(not fresh(sys.argv[1]))
