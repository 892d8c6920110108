"""Every operator's real chart with our values, past kubeconform, Checkov and an API server.

`make charts CHARTS=<folder>` does the same for both stacks; here it is every operator there is.
"""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from simulation.charts.exceptions import Verdict
from simulation.charts.inspection import Judged
from simulation.charts.set import rendered
from simulation.charts.stack import Bench
from simulation.run.place import Place
from stacks.config import StackConfig
from stacks.releases.all import releases
from tests.support.charts import charts, folder
from tests.support.cluster import toolchain
from tests.support.everything import EVERYTHING, WITH_DRA

STACKS = {"everything": EVERYTHING, "dra": WITH_DRA}
KEPT = {"helm.sh/resource-policy": "keep"}


@cache
def judged(stack: str) -> tuple[Judged, Verdict]:
    checkov = Place("dev").checkers / "checkov"
    if not checkov.exists():
        pytest.skip("Checkov is not installed: make check")
    bench = Bench(
        charts=folder(), toolchain=toolchain(), checkov=checkov, folder=Path(mkdtemp()) / "state"
    )
    charts()
    return bench.judge(STACKS[stack])


@pytest.mark.cluster
@pytest.mark.parametrize("stack", STACKS)
def test_nothing_is_left_that_nobody_argues_for(stack: str) -> None:
    assert judged(stack)[1].left == ()


@pytest.mark.cluster
@pytest.mark.parametrize("stack", STACKS)
def test_no_object_belongs_to_two_releases(stack: str) -> None:
    assert judged(stack)[0].twice == ()


@pytest.mark.cluster
def test_every_exception_is_needed_by_some_stack() -> None:
    assert not set.intersection(*(set(judged(stack)[1].unused) for stack in STACKS))


@pytest.mark.cluster
@pytest.mark.parametrize("stack", STACKS)
def test_every_checker_has_looked_at_every_release(stack: str) -> None:
    found = judged(stack)[0]
    pods = {name for about, name in found.owners.items() if about.startswith("Pod.")}

    for scan in found.scans:
        assert {found.owners[about] for about in scan.seen if about in found.owners} >= pods


@pytest.mark.parametrize("config", STACKS.values(), ids=STACKS)
def test_no_release_takes_a_crd_away_when_it_goes(config: StackConfig) -> None:
    """What is in a chart's folder `crds` Helm never deletes; of templates it must be told."""
    bare = [r.model_copy(update={"kinds_elsewhere": True}) for r in releases(config)]
    lost = {
        crd["metadata"]["name"]
        for one in rendered(charts(), bare)
        for crd in one.crds
        if not crd["metadata"].get("annotations", {}).items() >= KEPT.items()
    }

    assert not lost
