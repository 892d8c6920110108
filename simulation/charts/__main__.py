"""`python -m simulation.charts --charts DIR`: the real charts with the values of both stacks."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from simulation.charts.exceptions import Verdict
from simulation.charts.inspection import Judged
from simulation.charts.render import ChartFailed
from simulation.charts.stack import Bench
from simulation.control_plane.failure import ControlPlaneError
from simulation.inspection.failure import CheckerFailed
from simulation.run.place import Place
from simulation.toolchain.failure import BuildFailed
from simulation.toolchain.terminal import shown
from simulation.toolchain.toolchain import Toolchain
from stacks.file import read
from stacks.problem import Refused

TOOLS = ("helm", "kubeconform", "etcd", "kube-apiserver", "kube-controller-manager", "kwok")
FAILURES = (BuildFailed, ChartFailed, CheckerFailed, ControlPlaneError, Refused)


def main(arguments: Sequence[str] | None = None) -> int:
    """Judge what each stack installs; 1 where something is left to say."""
    parser = argparse.ArgumentParser(prog="simulation.charts", description=__doc__)
    parser.add_argument("--charts", type=Path, required=True, help="one unpacked chart a folder")
    parser.add_argument("--stacks", nargs="+", default=["dev", "prod"])
    asked = parser.parse_args(arguments)
    toolchain = Toolchain(progress=shown())
    toolchain.prepare(TOOLS)
    try:
        return int(not all([_clean(Place(one), asked.charts, toolchain) for one in asked.stacks]))
    except FAILURES as failure:
        print(failure, file=sys.stderr)
        return 1


def _clean(place: Place, charts: Path, toolchain: Toolchain) -> bool:
    """Whether nothing is left to say of this stack."""
    bench = Bench(
        charts=charts,
        toolchain=toolchain,
        checkov=place.checkers / "checkov",
        folder=place.state / "charts",
    )
    found, rest = bench.judge(read(place.file))
    Console().print(_table(place.stack, found, rest))
    for release, one in rest.left:
        print(f"  {release}: {one.check} {one.about}: {one.text}")
    for name in found.twice:
        print(f"  {name} is in two charts")
    return not (rest.left or found.twice)


def _table(stack: str, found: Judged, rest: Verdict) -> Table:
    drawn = Table(title=stack, title_justify="left", box=None, header_style="bold")
    for column in ("checker", "objects", "passed", "argued", "left"):
        drawn.add_column(column, justify="left" if column == "checker" else "right")
    left = [one for _, one in rest.left]
    for scan in found.scans:
        open_ = sum(one in left for one in scan.findings)
        figures = (len(scan.seen), scan.passed, len(scan.findings) - open_, open_)
        drawn.add_row(scan.tool, *map(str, figures))
    return drawn


if __name__ == "__main__":
    sys.exit(main())
