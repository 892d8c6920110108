"""Prod's promises on the simulated cluster, and that they break without what they rest on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools
from simulation.engine.update import Engine
from simulation.gameday.judge import Verdict
from simulation.gameday.library import names, scenario
from simulation.gameday.play import Play, play
from simulation.gameday.rehearsal import Rehearsal
from simulation.run.needs import parts
from stacks.file import read
from tests.support.cluster import started, toolchain

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(600)]

PROD = read(Path(__file__).parents[3] / "Pulumi.prod.yaml")
SOON_BROKEN = ("burst", "image-change", "queue-return")
"""Those whose promise breaks in seconds; `make gameday WITHOUT=1` goes through all of them."""


@dataclass(frozen=True)
class Stage:
    """A cluster of prod's nodes that all scenarios are played on, one after the other."""

    plane: ControlPlane
    engine: Engine

    def held(self, one: Play) -> list[Verdict]:
        """The verdicts, with the scheduler configured as the play's own stack says."""
        ControlPlane.start(self.plane.state, toolchain(), parts(one.config), lambda _: None)
        return Rehearsal(self.plane, self.engine, lambda _: None).held(one)[1]


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    state = tmp_path_factory.mktemp("gameday")
    with started(parts(PROD)) as plane:
        yield Stage(
            plane, Engine("prod", state, tools(state / "tools", toolchain()), lambda _: None)
        )


@pytest.mark.parametrize("name", names())
def test_every_promise_holds(name: str, stage: Stage) -> None:
    broken = [one for one in stage.held(play(PROD, scenario(name), without=False)) if not one.kept]

    assert broken == []


@pytest.mark.parametrize("name", SOON_BROKEN)
def test_a_promise_breaks_without_what_it_rests_on(name: str, stage: Stage) -> None:
    bare = play(PROD, scenario(name), without=True)

    assert bare.as_said(stage.held(bare))
