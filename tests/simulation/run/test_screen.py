"""What somebody sees who runs a simulation."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from simulation.outcome.training import JobOutcome
from simulation.run.place import Place
from simulation.run.screen import Screen
from stacks.config import StackConfig
from stacks.parse import parse
from tests.simulation.outcome.sample import READY, waiting
from tests.support.stack import JOB, STACK


@pytest.fixture(scope="module")
def config() -> StackConfig:
    return parse(STACK)


@pytest.fixture
def screen() -> Screen:
    return Screen(Console(file=io.StringIO(), width=100))


def shown(screen: Screen) -> str:
    assert isinstance(screen.console.file, io.StringIO)
    return screen.console.file.getvalue()


def test_a_step_says_when_it_began_and_shows_brackets_as_they_are(screen: Screen) -> None:
    screen.step("ending [dev]")

    assert shown(screen).strip().startswith("0.")
    assert shown(screen).rstrip().endswith("s  ending [dev]")


def test_a_line_of_pulumi_s_is_neither_read_as_markup_nor_broken(screen: Screen) -> None:
    screen.line("[bold]" + "x" * 120 + "\n")

    assert shown(screen) == " " * 10 + "[bold]" + "x" * 120 + "\n"


def test_what_a_stack_asks_for_is_shown_with_its_price(screen: Screen, config: StackConfig) -> None:
    screen.asked(config)

    assert "USD/h" in shown(screen)
    assert any(line.split()[:2] == ["small", "t4"] for line in shown(screen).splitlines())


def test_progress_counts_the_models_that_have_settled(screen: Screen) -> None:
    screen.progress([READY, waiting(0, "no node")])

    assert "1 of 2 models settled" in shown(screen)


def test_a_model_that_is_ready_is_a_row_and_no_more(screen: Screen, config: StackConfig) -> None:
    screen.result(config, [READY])

    row = ["small", "standard", "1/1", "1", "t4", "t4-0", "online", "online", "3"]
    assert shown(screen).splitlines()[-1].split() == row


def test_below_the_table_stands_why_a_model_is_not_ready(
    screen: Screen, config: StackConfig
) -> None:
    screen.result(config, [waiting(0, "0/3 nodes are available [t4]")])

    *_, row, last = shown(screen).splitlines()
    assert row.split() == ["small", "standard", "0/1", "1", "t4", "-", "online", "online", "-"]
    assert last == "not Ready small: 0/3 nodes are available [t4]"


def test_what_to_do_next_can_be_copied(screen: Screen) -> None:
    screen.next_steps(Place("prod", Path("/here")), Path("/here/with a space/kubeconfig"))

    assert "export KUBECONFIG='/here/with a space/kubeconfig'; kubectl get" in shown(screen)
    assert "edit Pulumi.prod.yaml, then  make preview STACK=prod" in shown(screen)
    assert "make simulate-down STACK=prod" in shown(screen)


def tune(phase: str, running: int, remark: str = "") -> JobOutcome:
    return JobOutcome(
        name="tune",
        phase=phase,
        running=running,
        asked=2,
        gpus=8,
        node_group="a100",
        nodes=("a100-0",) if running else (),
        remark=remark,
    )


def test_a_job_is_a_row_below_the_models_and_says_why_it_waits(screen: Screen) -> None:
    config = parse({**STACK, "jobs": {"tune": JOB}})

    screen.jobs(config, [tune("Pending", 0, "no claim [kept]")])

    *_, row, last = shown(screen).splitlines()
    assert row.split() == ["tune", "Pending", "0/2", "8", "a100", "-", "online", "online"]
    assert last == "waiting tune: no claim [kept]"


def test_a_stack_without_jobs_has_no_table_of_them(screen: Screen, config: StackConfig) -> None:
    screen.jobs(config, [])

    assert shown(screen) == ""
