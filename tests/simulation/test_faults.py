"""Killed in the middle of an update, and run again: everything is there once, nothing is lost."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulation.bench.stacks import stack
from simulation.configuration import simulated
from simulation.control_plane.control_plane import ControlPlane
from simulation.engine.tools import tools
from simulation.engine.update import Engine, UpdateFailed
from simulation.run.needs import parts
from simulation.toolchain.toolchain import Toolchain
from stacks.config import StackConfig
from tests.support.cluster import started
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster

SERVICES = "/apis/serving.kserve.io/v1beta1/inferenceservices"
MODELS = 40
UPDATE = """
import sys, pathlib, json
from simulation.engine.tools import Tools
from simulation.engine.update import Engine
from stacks.parse import parse
config = parse(json.loads(sys.stdin.read()))
Engine("faults", pathlib.Path(sys.argv[1]), Tools(pathlib.Path(sys.argv[2]), ""), print).up(config)
"""


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    """A control plane of our own: these tests kill parts of it."""
    with started(parts(stack(1))) as made:
        yield made


@pytest.fixture
def engine(plane: ControlPlane, tmp_path: Path) -> Iterator[Engine]:
    found = tools(tmp_path / "tools", Toolchain())
    made = Engine("faults", tmp_path, found, lambda _: None)
    yield made
    made.destroy(asked(plane))


def asked(plane: ControlPlane) -> StackConfig:
    """Many stopped models: much for the engine to do, nothing for the nodes."""
    config = stack(MODELS, stopped=True)
    return simulated(config, plane)


def names(plane: ControlPlane) -> list[str]:
    return [service["metadata"]["name"] for service in plane.api.get(SERVICES)["items"]]


def half_made(plane: ControlPlane) -> bool:
    return 0 < len(names(plane)) < MODELS


def begun(engine: Engine, config: StackConfig) -> subprocess.Popen[str]:
    """An update in a process group of its own, as a terminal would have it."""
    command = [sys.executable, "-c", UPDATE, str(engine.state), str(engine.tools.root)]
    running = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, start_new_session=True
    )
    assert running.stdin is not None
    running.stdin.write(config.model_dump_json(exclude_unset=True))
    running.stdin.close()
    return running


def caught(plane: ControlPlane, running: subprocess.Popen[str]) -> bool:
    """Wait until the update is halfway; False if it was over before that was seen."""
    while running.poll() is None:
        if half_made(plane):
            return True
        time.sleep(0.02)
    return False


def assert_whole(plane: ControlPlane, engine: Engine, config: StackConfig) -> None:
    """Every model once, and nothing left for another run to do."""
    assert Counter(names(plane)) == Counter(list(config.models))
    assert set(engine.up(config)) == {"same"}


def test_a_killed_engine_is_picked_up_by_the_next_run(plane: ControlPlane, engine: Engine) -> None:
    config = asked(plane)
    running = begun(engine, config)
    assert caught(plane, running)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    assert half_made(plane)

    engine.up(config)

    assert_whole(plane, engine, config)


@pytest.mark.parametrize("victim", ["kube-apiserver", "etcd"])
def test_a_killed_control_plane_process_loses_nothing(
    plane: ControlPlane, engine: Engine, victim: str
) -> None:
    config = asked(plane)
    running = begun(engine, config)
    assert caught(plane, running)
    plane.kill(victim, signal.SIGKILL)
    assert any(victim in failure for failure in eventually(plane.failures))
    plane.recover(lambda _: None)
    running.wait()

    try:
        engine.up(config)
    except UpdateFailed:
        pytest.fail("the run after the fault did not converge")

    assert_whole(plane, engine, config)
