"""Checking, rendering and planning without an engine: `python -m simulation.bench.planning N`."""

import sys
from datetime import date
from time import perf_counter

from planning.findings.all import findings
from planning.plan import plan
from planning.report.document.document import document
from simulation.bench.stacks import raw
from stacks.parse import parse
from stacks.served import served


def main(models: int) -> None:
    """Prints the seconds to check the stack, to render all objects of its models and to plan it."""
    asked = raw(models, scaled=True)
    began = perf_counter()
    config = parse(asked)
    checked = perf_counter()
    served(config)
    rendered = perf_counter()
    planned = plan(config)
    document("bench", planned, findings(planned, date.today()))
    done = perf_counter()
    print(f"{checked - began:.3f} {rendered - checked:.3f} {done - rendered:.3f}")


if __name__ == "__main__":
    main(int(sys.argv[1]))
