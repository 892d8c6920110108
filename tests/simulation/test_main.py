"""The command line: what a user gets wrong is a message and an exit code, never a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from simulation import __main__ as command
from simulation.control_plane.failure import ControlPlaneError
from simulation.engine.update import UpdateFailed
from simulation.inspection.failure import CheckerFailed
from simulation.run.place import ROOT, Place
from simulation.run.screen import Screen
from simulation.toolchain.failure import BuildFailed

STACK = (ROOT / "Pulumi.dev.yaml").read_text()
OF_A_FILE = ("up", "preview", "destroy", "inspect")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A checkout with one stack file, and nothing simulated yet."""
    (tmp_path / "Pulumi.dev.yaml").write_text(STACK)
    return tmp_path


def test_a_stack_without_a_file_is_1_and_says_which_there_are() -> None:
    asked = [sys.executable, "-m", "simulation", "up", "--stack", "nowhere"]

    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert "there is no file Pulumi.nowhere.yaml; name one of dev, prod" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", OF_A_FILE)
def test_a_file_with_errors_is_1_and_each_is_said_with_its_place(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = STACK.replace("node_group: a10g", "node_group: a10").replace(
        "deserved: {gpus: 8}", "earned: {gpus: 8}"
    )
    (here / "Pulumi.dev.yaml").write_text(wrong)

    assert command.main([name], here) == 1

    said = capsys.readouterr().err
    assert "models.qwen2-7b.node_group: `a10` is not among the node_groups" in said
    assert "queues.online.earned: unknown key" in said
    assert not (here / ".simulation").exists()


def test_an_unknown_command_is_2_and_says_which_there_are(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main(["upp"], here)

    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert all(name in said for name in command.COMMANDS)


def test_nothing_is_taken_down_where_nothing_was_simulated(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["down", "--stack", "nowhere"], here) == 0
    assert "there is no simulation of `nowhere` here\n" in capsys.readouterr().out


def test_whoever_takes_down_a_name_that_is_not_there_hears_which_are(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Place("prod", here).cluster.mkdir(parents=True)

    assert command.main(["down", "--stack", "prd"], here) == 0
    assert "no simulation of `prd` here, only of prod" in capsys.readouterr().out
    assert Place("prod", here).cluster.exists()


def test_what_a_killed_run_has_left_is_taken_down(here: Path) -> None:
    Place("dev", here).cluster.mkdir(parents=True)

    assert command.main(["down"], here) == 0
    assert not Place("dev", here).state.exists()


def test_nothing_is_destroyed_where_nothing_was_made(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command.main(["destroy"], here) == 0
    assert "nothing of `dev` has been made here" in capsys.readouterr().out
    assert not (here / ".simulation").exists()


@pytest.mark.parametrize(
    ("ending", "code"),
    [
        (BuildFailed("etcd can't be built"), 1),
        (CheckerFailed("checkov", "no answer"), 1),
        (ControlPlaneError("etcd did not start"), 1),
        (UpdateFailed("the engine did not finish"), 1),
        (KeyboardInterrupt("interrupted"), command.INTERRUPTED),
    ],
)
def test_a_run_that_cannot_go_on_says_why(
    ending: BaseException,
    code: int,
    here: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def ends(_place: Place, _screen: Screen) -> int:
        raise ending

    monkeypatch.setitem(command.COMMANDS, "up", ends)

    assert command.main(["up"], here) == code
    assert str(ending) in "".join(capsys.readouterr())
