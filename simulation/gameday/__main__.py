"""`python -m simulation.gameday --stack prod --scenario node-loss`: one game day, or `all`."""

import argparse
import sys

from simulation.control_plane.failure import ControlPlaneError
from simulation.engine.update import UpdateFailed
from simulation.gameday.command import gameday
from simulation.gameday.library import ScenarioRefused, names
from simulation.gameday.rehearsal import NotCalm
from simulation.gameday.targets import NothingThere
from simulation.run.place import Place
from simulation.run.screen import Screen
from simulation.toolchain.failure import BuildFailed
from stacks.problem import Refused

FAILURES = (
    *(BuildFailed, ControlPlaneError, UpdateFailed),
    *(NotCalm, NothingThere, Refused, ScenarioRefused),
)


def main(arguments: list[str]) -> int:
    """0 if the verdict is as it should be; a user's mistake is a message and 1."""
    parser = argparse.ArgumentParser(prog="simulation.gameday", description=__doc__)
    parser.add_argument("--stack", default="prod", help="which Pulumi.<stack>.yaml")
    parser.add_argument("--scenario", default="all", help=f"{', '.join(names())}, all, or a file")
    parser.add_argument("--without", action="store_true", help="take away what promises rest on")
    asked = parser.parse_args(arguments)
    chosen = names() if asked.scenario == "all" else [asked.scenario]
    try:
        return gameday(
            Place(asked.stack, used_for="gameday"), Screen(), chosen, without=asked.without
        )
    except FAILURES as failure:
        print(failure, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
