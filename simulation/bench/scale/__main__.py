"""`make bench PART=scale NODES="10 100"`: the schedulers on one trace, at each size.

Without NODES it is ten. `python -m simulation.bench.scale 10 --contender ours` runs one alone; what
other runs have found stays beside it.
"""

import argparse
from collections.abc import Sequence

from rich.console import Console

from simulation.bench.scale.contender import CONTENDERS
from simulation.bench.scale.result import keep, kept
from simulation.bench.scale.run import run
from simulation.bench.scale.table import growth, table
from simulation.bench.scale.trace import trace
from simulation.run.place import ROOT

STATE = ROOT / ".simulation" / "scale"
FILE = STATE / "results.json"
SMALLEST = 10


def main(arguments: Sequence[str] | None = None) -> None:
    """Run what is asked for, and draw all that is known."""
    asked, console = _asked(arguments), Console()
    for nodes in asked.nodes:
        for contender in CONTENDERS:
            if asked.contender in (None, contender.name):
                console.print(f"{contender.name} on {nodes:,} nodes")
                report = console.print
                keep(FILE, run(contender, trace(nodes), STATE / "cluster", report))
    results = kept(FILE)
    for nodes in sorted({result.nodes for result in results}):
        console.print(table([result for result in results if result.nodes == nodes]))
    console.print(growth(results))
    console.print(f"all of it: {FILE}")


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m simulation.bench.scale", description=__doc__)
    parser.add_argument("nodes", nargs="*", type=_size, default=[SMALLEST])
    parser.add_argument("--contender", choices=[one.name for one in CONTENDERS])
    return parser.parse_args(arguments)


def _size(text: str) -> int:
    if not text.isdigit() or int(text) < SMALLEST:
        raise argparse.ArgumentTypeError(f"{text}: a number of nodes, {SMALLEST} or more")
    return int(text)


if __name__ == "__main__":
    main()
