"""Every scenario that comes with the project is sound for prod, with and without its ground."""

from pathlib import Path

import pytest

from simulation.gameday.library import ScenarioRefused, names, scenario
from simulation.gameday.play import play
from stacks.file import read

PROD = Path(__file__).parents[3] / "Pulumi.prod.yaml"
FORM = """
title: One
why: Because
events: [{after_seconds: 1, lose_node: {}}]
promises: {keeps_ready: all}
without: {why: nothing, breaks: [keeps ready]}
"""


@pytest.mark.parametrize("without", [False, True], ids=["with", "without"])
@pytest.mark.parametrize("name", names())
def test_a_scenario_is_sound_for_prod(name: str, without: bool) -> None:
    assert play(read(PROD), scenario(name), without=without).events


@pytest.mark.parametrize("name", names())
def test_what_a_scenario_rests_on_is_really_taken_away(name: str) -> None:
    one = scenario(name)
    config = read(PROD)
    whole, bare = (play(config, one, without=without) for without in (False, True))

    assert (whole.config, whole.events) != (bare.config, bare.events)


def test_a_user_s_own_file_is_a_scenario(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(FORM)

    assert scenario(str(file)).title == "One"


def test_a_name_that_is_near_another_is_told(tmp_path: Path) -> None:
    with pytest.raises(ScenarioRefused, match="did you mean `node-loss`"):
        scenario("nodeloss")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("lose_nod: {}", "events.0.lose_nod: unknown key; did you mean `lose_node`"),
        ("lose_node: {}, burst: {}", "exactly one thing that happens"),
        ("burst: {factor: 0}", "events.0.burst.factor"),
    ],
)
def test_a_file_that_is_wrong_says_where(tmp_path: Path, wrong: str, said: str) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(FORM.replace("lose_node: {}", wrong))

    with pytest.raises(ScenarioRefused) as refused:
        scenario(str(file))
    assert said in str(refused.value)


def test_a_file_that_is_no_yaml_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text("title: [")

    with pytest.raises(ScenarioRefused, match="is not YAML"):
        scenario(str(file))
