"""The facts that hold for every scheduler, however fast: nothing is asserted about speed."""

from pathlib import Path

import pytest

from simulation.bench.scale.contender import CONTENDERS, Contender
from simulation.bench.scale.run import run
from simulation.bench.scale.trace import Trace, trace

pytestmark = pytest.mark.cluster
NODES = 10


def serving(made: Trace) -> Trace:
    """The trace as far as every pod has a place on any scheduler."""
    return Trace(made.nodes, made.seed, made.phases[:2])


@pytest.mark.parametrize("contender", CONTENDERS, ids=[one.process for one in CONTENDERS])
def test_every_serving_pod_gets_a_place_and_no_node_more_than_it_has(
    contender: Contender, tmp_path: Path
) -> None:
    found = run(contender, serving(trace(NODES)), tmp_path / "cluster", lambda _: None)

    assert [phase.missing for phase in found.phases] == [0, 0]
    assert [phase.overfull_nodes for phase in found.phases] == [[], []]
    assert found.failures == []
    assert not (tmp_path / "cluster").exists()
