"""`python -m simulation up --stack dev`: the command line of the simulated cluster."""

import argparse
import sys
from pathlib import Path

from simulation.control_plane.failure import ControlPlaneError
from simulation.engine.update import UpdateFailed
from simulation.inspection.command import inspect
from simulation.inspection.failure import CheckerFailed
from simulation.run.commands import destroy, down, preview, up
from simulation.run.place import ROOT, Place
from simulation.run.screen import Screen
from simulation.toolchain.failure import BuildFailed
from stacks.problem import Refused

COMMANDS = {"up": up, "preview": preview, "destroy": destroy, "down": down, "inspect": inspect}
INTERRUPTED = 130


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Run one command on a stack file in `root`; a user's mistake is a message and exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m simulation", description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--stack", default="dev", help="which Pulumi.<stack>.yaml")
    asked = parser.parse_args(arguments)
    try:
        return COMMANDS[asked.command](Place(asked.stack, root), Screen())
    except (BuildFailed, CheckerFailed, ControlPlaneError, Refused, UpdateFailed) as failure:
        print(failure, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("interrupted: what this run began has ended, and the next one goes on from here")
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
