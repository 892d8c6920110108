"""`python -m planning --stack prod`: what a stack will hold and cost, without a cloud account."""

import argparse
import sys
from pathlib import Path

from planning.plan import plan
from planning.report.terminal import WIDTH, report
from stacks.file import read
from stacks.problem import Refused

ROOT = Path(__file__).parents[1]


def main(arguments: list[str] | None = None) -> int:
    """Prints the plan; 1 where the stack is refused."""
    asked = _asked(arguments)
    try:
        found = plan(read(ROOT / f"Pulumi.{asked.stack}.yaml"))
    except Refused as refused:
        print(refused, file=sys.stderr)
        return 1
    from rich.console import Console

    Console(width=WIDTH).print(report(found))
    return 0


def _asked(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m planning", description=__doc__)
    parser.add_argument("--stack", default="dev", help="which Pulumi.<stack>.yaml")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
