"""The facts that hold for every scheduler, however fast: nothing is asserted about speed."""

from dataclasses import replace
from pathlib import Path

import pytest

from simulation.bench.scale.contender import CONTENDERS, Contender
from simulation.bench.scale.result import Result
from simulation.bench.scale.run import run
from simulation.bench.scale.trace import Trace, trace

pytestmark = pytest.mark.cluster
OURS, *OTHERS = CONTENDERS


def played(contender: Contender, names: set[str], directory: Path) -> Result:
    """The phases of those names, on a cluster that gives up on a silent kubelet soon."""
    whole = trace(10)
    phases = tuple(phase for phase in whole.phases if phase.name in names)
    hasty = replace(contender, parts=replace(contender.parts, node_grace_seconds=15))
    made = Trace(whole.nodes, whole.seed, phases)
    return run(hasty, made, directory / "cluster", lambda _: None)


def test_ours_places_every_pod_and_every_gang_whole(tmp_path: Path) -> None:
    found = played(OURS, {"arrivals", "scaling", "training"}, tmp_path)

    assert [phase.missing for phase in found.phases] == [0, 0, 0]
    assert [phase.gangs_in_part for phase in found.phases] == [0, 0, 0]
    assert [phase.overfull_nodes for phase in found.phases] == [[], [], []]
    assert found.failures == []
    assert not (tmp_path / "cluster").exists()


def test_compaction_gives_nodes_back_and_everybody_a_place(tmp_path: Path) -> None:
    found = played(OURS, {"arrivals", "scaling", "full compaction"}, tmp_path)
    before, after = found["scaling"].packing, found["full compaction"].packing

    assert after.nodes_used < before.nodes_used
    assert (after.pods, found["full compaction"].missing) == (before.pods, 0)


def test_ours_serves_elsewhere_what_a_lost_node_served(tmp_path: Path) -> None:
    found = played(OURS, {"arrivals", "node loss"}, tmp_path)

    assert found.loss is not None
    assert found.loss.pods > 0
    assert not found.loss.computed
    assert found["node loss"].missing == 0
    assert found["node loss"].overfull_nodes == []


@pytest.mark.parametrize("contender", OTHERS, ids=[one.process for one in OTHERS])
def test_the_others_play_the_same_trace_and_leave_waiting_only_what_fits_nowhere(
    contender: Contender, tmp_path: Path
) -> None:
    found = played(contender, {"arrivals", "node loss"}, tmp_path)

    assert [phase.overfull_nodes for phase in found.phases] == [[], []]
    assert [phase.passed_over for phase in found.phases] == [[], []]
    assert found.phases[0].packing.pods + found.phases[0].missing == found.phases[0].wanted
    assert found.loss is not None
    assert found.loss.tolerated_seconds == 300
    assert found.loss.computed
    assert found.failures == []
