"""Life cycles: on nodes of the shared cluster, or of whole stacks on a cluster of their own."""

import threading
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from components.node_group.scheduling import node_labels, taints
from components.priority.manifest import priority_class
from components.priority.spec import PrioritySpec
from components.queue.manifest import queue
from components.queue.spec import QueueSpec
from components.runtime.manifest import vllm_runtime
from components.types import Manifest
from simulation.control_plane.control_plane import ControlPlane
from simulation.control_plane.manifest import path
from simulation.engine.tools import Tools, tools
from simulation.engine.update import Engine
from simulation.nodes.register import register
from simulation.run.needs import parts
from tests.lifecycle.changing import KNATIVE, TENANT, Changing, stack
from tests.lifecycle.life import GROUP, PAUSE, Life, eventually
from tests.support.cluster import gpu_node, started, toolchain


@pytest.fixture
def life(control_plane: ControlPlane, namespace: str) -> Iterator[Life]:
    """Four nodes of one GPU each that nobody else uses."""
    ground = [
        vllm_runtime("vllm/vllm-openai:v1.0.0"),
        priority_class("lifecycle", PrioritySpec(value=10)),
        queue("lifecycle", QueueSpec()),
    ]
    nodes = [_node(f"{namespace}-{index}", namespace) for index in range(GROUP.max_nodes)]
    for manifest in (*ground, *nodes):
        control_plane.api.apply(manifest)
    yield Life(control_plane, namespace, namespace)
    for node in nodes:
        control_plane.api.delete(path(node))


def _node(name: str, group: str) -> Manifest:
    node = gpu_node(name, gpus=1)
    node["metadata"]["labels"] |= node_labels(group, GROUP)
    node["spec"] = {"taints": [taint.model_dump() for taint in taints(GROUP)]}
    return node


@pytest.fixture
def sampled(life: Life) -> Iterator[Callable[[str], None]]:
    """Call it with a service's name: from then on its ready replicas are watched."""
    done, threads = threading.Event(), []

    def watch(name: str) -> None:
        while not done.is_set():
            now = life.ready(name)
            life.fewest[name] = min(life.fewest.get(name, now), now)
            time.sleep(PAUSE)

    def begin(name: str) -> None:
        threads.append(threading.Thread(target=watch, args=(name,)))
        threads[-1].start()

    yield begin
    done.set()
    for thread in threads:
        thread.join()


@pytest.fixture
def classes(control_plane: ControlPlane) -> Iterator[tuple[str, str]]:
    """Two priorities of this test's own: the lower, the higher."""
    names = f"low-{uuid.uuid4().hex[:8]}", f"high-{uuid.uuid4().hex[:8]}"
    made = [priority_class(name, PrioritySpec(value=10 + i)) for i, name in enumerate(names)]
    for one in made:
        control_plane.api.apply(one)
    yield names
    for one in made:
        control_plane.api.delete(path(one))


@pytest.fixture(scope="package")
def spacious() -> Iterator[ControlPlane]:
    """A cluster of its own for whole stacks that change; only one at a time can have Knative."""
    asked = stack({"llm": KNATIVE})
    with started(parts(asked)) as plane:
        register(plane.api, asked.node_groups)
        yield plane


@pytest.fixture(scope="package")
def programs(tmp_path_factory: pytest.TempPathFactory) -> Tools:
    return tools(tmp_path_factory.mktemp("tools"), toolchain())


@pytest.fixture
def world(spacious: ControlPlane, programs: Tools, tmp_path: Path) -> Iterator[Changing]:
    """A stack without models; whatever a test makes of it is removed afterwards."""
    made = Changing(spacious, Engine("changing", tmp_path, programs, lambda _: None))
    made.up()
    yield made
    made.remove()
    assert eventually(lambda: spacious.api.find(f"/api/v1/namespaces/{TENANT}") is None)
