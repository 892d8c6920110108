"""A program's seconds and its peak of memory: `python -m simulation.bench.measured PROGRAM …`.

A process of its own and a small one, for what a program is started from counts as its memory too.
"""

import resource
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter

KIB_IN_MIB = 1024


@dataclass(frozen=True)
class Measured:
    """From start to end, with what the program printed."""

    seconds: float
    peak_mib: float
    printed: str


def measured(command: Sequence[str]) -> Measured:
    """Run `command` to its end; CalledProcessError if it fails."""
    here = [sys.executable, "-m", "simulation.bench.measured", *command]
    done = subprocess.run(here, check=True, capture_output=True, text=True)
    seconds, peak = done.stderr.splitlines()[-1].split()
    return Measured(float(seconds), float(peak), done.stdout)


def main(command: Sequence[str]) -> int:
    """Run `command`, and say on the last line of the error output what it took."""
    began = perf_counter()
    code = subprocess.run(command, check=False).returncode
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / KIB_IN_MIB
    print(f"{perf_counter() - began:.3f} {peak:.0f}", file=sys.stderr)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
