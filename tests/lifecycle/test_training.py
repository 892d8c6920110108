"""Training beside serving on the real scheduler: who starts whole, who yields, who comes back.

Nodes are played: that a program reads its checkpoint is not proved here.
"""

import time
import uuid
from collections.abc import Iterator
from types import SimpleNamespace

import pytest

from components.queue.manifest import queue
from components.queue.spec import QueueSpec, Resources
from simulation.control_plane import ControlPlane
from simulation.control_plane.api import Refused
from simulation.control_plane.manifest import path
from simulation.nodes.volumes import volumes
from tests.lifecycle.ground import Ground, node, tuning
from tests.simulation.control_plane.cluster_objects import pods
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster


@pytest.fixture
def pool(control_plane: ControlPlane, namespace: str) -> Iterator[str]:
    """A label of one node with two GPUs, and of whatever joins it; gone after its pods."""
    label = f"pool-{uuid.uuid4().hex[:8]}"
    control_plane.api.apply(node(label, 0))
    yield label
    emptied(control_plane, namespace)
    for index in (0, 1):
        if control_plane.api.find(f"/api/v1/nodes/{label}-{index}") is not None:
            control_plane.api.delete(f"/api/v1/nodes/{label}-{index}")


def emptied(plane: ControlPlane, namespace: str) -> None:
    """No job, and no pod, so that nodes and queues can go."""
    jobs = f"/apis/batch.volcano.sh/v1alpha1/namespaces/{namespace}/jobs"
    for place in (jobs, f"/api/v1/namespaces/{namespace}/pods"):
        plane.api.delete(place)
    assert eventually(lambda: not pods(plane, namespace))


@pytest.fixture
def ground(
    control_plane: ControlPlane, namespace: str, pool: str, classes: tuple[str, str]
) -> Ground:
    job = tuning(namespace)
    for manifest in volumes(SimpleNamespace(jobs={"tune": job})):  # type: ignore[arg-type]
        control_plane.api.apply(manifest)
    return Ground(control_plane, namespace, pool, *classes)


@pytest.fixture
def queues(control_plane: ControlPlane, namespace: str) -> Iterator[tuple[str, str]]:
    """Of two GPUs one queue deserves both, the other none: what it has is borrowed."""
    suffix = uuid.uuid4().hex[:8]
    shares = {f"online-{suffix}": 2, f"training-{suffix}": 0}
    made = [
        queue(name, QueueSpec(deserved=Resources(gpus=gpus, cpu=96, memory_gib=1024)))
        for name, gpus in shares.items()
    ]
    for one in made:
        control_plane.api.apply(one)
    online, training = shares
    yield online, training
    emptied(control_plane, namespace)
    assert eventually(lambda: all(gone(control_plane, path(one)) for one in made))


def gone(plane: ControlPlane, place: str) -> bool:
    """Volcano refuses to delete a queue while it counts pods in it."""
    try:
        if plane.api.find(place) is not None:
            plane.api.delete(place)
    except Refused:
        return False
    return True


def test_a_gang_starts_whole_or_not_at_all(ground: Ground) -> None:
    ground.job(3)

    assert eventually(lambda: ground.waiting() == 3)
    for _ in range(30):
        assert ground.running() == []
        time.sleep(0.1)
    ground.plane.api.apply(node(ground.pool, 1))
    assert eventually(lambda: ground.running() == ["worker"] * 3)


def test_in_one_queue_a_server_takes_a_job_s_gpus_and_the_job_comes_back(ground: Ground) -> None:
    ground.job(2)
    assert eventually(lambda: ground.running() == ["worker"] * 2)

    place = ground.server(gpus=2)
    assert eventually(lambda: ground.running() == ["serve"])
    ground.plane.api.delete(place)
    assert eventually(lambda: ground.running() == ["worker"] * 2)
    assert ground.claims() == {"kept"}


def test_a_model_s_later_replicas_take_gpus_as_its_first_does(ground: Ground) -> None:
    ground.job(1, name="one")
    ground.job(1, name="other")
    assert eventually(lambda: ground.running() == ["worker"] * 2)

    place = ground.servers(2)
    assert eventually(lambda: ground.running() == ["serve"] * 2)
    ground.plane.api.delete(place)


def test_a_gang_that_lost_one_worker_gives_up_its_place_whole(ground: Ground) -> None:
    ground.job(2)
    assert eventually(lambda: ground.running() == ["worker"] * 2)

    ground.server(gpus=1)

    assert eventually(lambda: ground.running() == ["serve"] and ground.waiting() == 2)


def test_a_queue_gets_its_share_back_from_one_that_borrowed_it(
    ground: Ground, queues: tuple[str, str]
) -> None:
    online, training = queues
    ground.job(2, queue=training)
    assert eventually(lambda: ground.running() == ["worker"] * 2)

    place = ground.server(gpus=2, queue=online)
    assert eventually(lambda: ground.running() == ["serve"])
    ground.plane.api.delete(place)
    assert eventually(lambda: ground.running() == ["worker"] * 2)


def test_a_queue_takes_nothing_back_beyond_its_share(
    ground: Ground, queues: tuple[str, str]
) -> None:
    online, training = queues
    ground.job(2, queue=online)
    assert eventually(lambda: ground.running() == ["worker"] * 2)

    ground.server(gpus=2, queue=training)

    assert eventually(lambda: ground.waiting() == 1)
    for _ in range(50):
        assert ground.running() == ["worker"] * 2
        time.sleep(0.1)
