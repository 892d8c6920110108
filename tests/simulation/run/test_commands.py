"""A user's afternoon on the command line: each command is a process of its own, as make runs it."""

import copy
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from simulation.control_plane.api import Api
from simulation.control_plane.control_plane import ControlPlane
from simulation.control_plane.manifest import namespace
from simulation.control_plane.manifest import path as where
from simulation.run.place import ROOT, Place
from stacks.file import KEY
from tests.support.stack import STACK

pytestmark = pytest.mark.cluster

COMMAND = """
import sys, pathlib
from simulation.__main__ import main
sys.exit(main(sys.argv[2:], pathlib.Path(sys.argv[1])))
"""
SERVICES = "/apis/serving.kserve.io/v1beta1/inferenceservices"
Done = subprocess.CompletedProcess[str]


class User:
    """Somebody with a checkout of their own who edits its stack file and asks for things."""

    def __init__(self, checkout: Path) -> None:
        self.place = Place("mine", checkout)
        self.writes(STACK)

    def writes(self, stack: dict[str, Any]) -> None:
        self.place.file.write_text(yaml.safe_dump({"config": {KEY: stack}}))

    def asks(self, name: str) -> Done:
        command = [sys.executable, "-c", COMMAND, str(self.place.root), name, "--stack", "mine"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        assert "Traceback" not in done.stdout + done.stderr
        return done

    @property
    def plane(self) -> ControlPlane | None:
        return ControlPlane.attach(self.place.cluster)

    @property
    def api(self) -> Api:
        assert self.plane is not None
        return self.plane.api


@pytest.fixture(scope="module")
def user(tmp_path_factory: pytest.TempPathFactory) -> Iterator[User]:
    made = User(tmp_path_factory.mktemp("checkout"))
    yield made
    made.asks("down")


@pytest.fixture(scope="module")
def first_preview(user: User) -> tuple[Done, bool]:
    """The first thing ever asked, and whether a cluster was left running."""
    return user.asks("preview"), user.plane is not None


@pytest.fixture(scope="module")
def first_up(user: User, first_preview: object) -> Done:
    return user.asks("up")


@pytest.fixture
def edited(user: User) -> Iterator[dict[str, Any]]:
    """The stack, to be changed and written; afterwards the file is as it was."""
    yield copy.deepcopy(STACK)
    user.writes(STACK)


def test_a_preview_before_anything_runs_says_what_would_come_and_leaves_no_cluster(
    first_preview: tuple[Done, bool],
) -> None:
    done, running = first_preview

    assert done.returncode == 0, done.stderr
    assert "Pulumi.mine.yaml is valid" in done.stdout
    assert "to create" in done.stdout
    assert "minReplicas" not in done.stdout, "there is nothing yet to compare its fields with"
    assert not running


def test_up_ends_with_every_model_ready_and_what_to_do_next(first_up: Done) -> None:
    assert first_up.returncode == 0, first_up.stderr
    assert "1 of 1 models settled" in first_up.stdout
    assert any(line.split()[:3] == ["small", "standard", "1/1"] for line in _lines(first_up))
    assert "make simulate-down STACK=mine" in first_up.stdout


def test_a_second_up_changes_nothing(user: User, first_up: Done) -> None:
    done = user.asks("up")

    assert done.returncode == 0
    assert "0 added, 0 removed" in done.stdout
    assert not any(word in done.stdout for word in (" created", " updated", " deleted"))
    assert "unchanged" in done.stdout


def test_a_preview_says_what_an_edited_file_would_change_and_changes_nothing(
    user: User, first_up: Done, edited: dict[str, Any]
) -> None:
    edited["models"]["small"]["scaling"] = {"min_replicas": 2, "max_replicas": 2}
    user.writes(edited)

    done = user.asks("preview")

    assert done.returncode == 0
    assert "minReplicas" in done.stdout
    assert "1 to update" in done.stdout
    [service] = user.api.get(SERVICES)["items"]
    assert service["spec"]["predictor"]["minReplicas"] == 1


def test_up_where_the_engine_fails_is_1_and_still_shows_every_model(
    user: User, first_up: Done, edited: dict[str, Any]
) -> None:
    taken = namespace("search")
    user.api.apply(taken)
    edited["tenants"]["search"] = STACK["tenants"]["chat"]
    user.writes(edited)

    done = user.asks("up")
    user.api.delete(where(taken))

    assert done.returncode == 1
    assert "search" in next(line for line in _lines(done) if "error:" in line)
    assert any(line.split()[:3] == ["small", "standard", "1/1"] for line in _lines(done))


def test_inspect_without_checkov_is_1_and_says_what_installs_it(user: User, first_up: Done) -> None:
    done = user.asks("inspect")

    assert done.returncode == 1
    assert "`make check` installs it" in done.stderr
    assert user.plane is not None


def test_destroy_leaves_the_empty_cluster_and_down_leaves_nothing(
    user: User, first_up: Done
) -> None:
    assert user.asks("destroy").returncode == 0
    assert user.api.get(SERVICES)["items"] == []

    assert user.asks("down").returncode == 0
    assert user.plane is None
    assert not user.place.state.exists()


def _lines(done: Done) -> list[str]:
    return done.stdout.splitlines()
