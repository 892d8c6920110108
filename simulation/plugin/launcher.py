"""The engine finds its plugin on PATH, by its name."""

import shlex
import sys
from pathlib import Path
from typing import Final

from simulation.plugin import real

ROOT: Final = Path(__file__).resolve().parents[2]
SCRIPT: Final = """#!/bin/sh
{mark}
export ENGINE_PROCESS=$PPID
PYTHONPATH={root}${{PYTHONPATH:+:$PYTHONPATH}} exec {python} -P -m simulation.plugin "$@"
"""


def on_path(folder: Path) -> Path:
    """The folder to put on PATH, with the stand-in in it under the plugin's name."""
    folder.mkdir(parents=True, exist_ok=True)
    executable = folder / real.NAME
    places = {"root": shlex.quote(str(ROOT)), "python": shlex.quote(sys.executable)}
    executable.write_text(SCRIPT.format(mark=real.MARK, **places))
    executable.chmod(0o755)
    return folder
