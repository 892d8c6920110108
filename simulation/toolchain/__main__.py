"""`python -m simulation.toolchain [tool...]`: build tools, and print where they are."""

import argparse
import sys
from collections.abc import Callable, Sequence

from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.machine import lacks
from simulation.toolchain.terminal import shown
from simulation.toolchain.toolchain import Toolchain, UnknownTool
from simulation.toolchain.tools import DEFAULT, TOOLS


def main(
    arguments: Sequence[str] | None = None, lacking: Callable[[], Sequence[str]] = lacks
) -> int:
    """Build what is asked for, or what a run of an ordinary stack needs."""
    names = _asked(arguments) or list(DEFAULT)
    if missing := lacking():
        print("\n".join(missing), file=sys.stderr)
        return 1
    toolchain = Toolchain(progress=shown())
    try:
        toolchain.prepare(names)
        for name in names:
            print(f"{name}\t{toolchain.binary(name)}", flush=True)
    except (BuildFailed, UnknownTool) as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


def _asked(arguments: Sequence[str] | None) -> list[str]:
    parser = argparse.ArgumentParser(prog="python -m simulation.toolchain", description=__doc__)
    known = f"any of {', '.join(TOOLS)}; without one: {', '.join(DEFAULT)}"
    parser.add_argument("tool", nargs="*", help=known)
    asked: list[str] = parser.parse_args(arguments).tool
    return asked


if __name__ == "__main__":
    sys.exit(main())
