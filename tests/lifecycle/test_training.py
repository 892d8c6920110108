"""Training beside serving on the real scheduler: who starts whole, who yields, who comes back.

Nodes are played: that a program reads its checkpoint is not proved here.
"""

import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from components.job.manifest import JobPlace, volcano_job
from components.job.spec import Checkpoint, JobSpec
from components.priority.manifest import priority_class
from components.priority.spec import PrioritySpec
from components.queue.manifest import queue
from components.queue.spec import QueueSpec, Resources
from components.tenant.spec import Size
from simulation.control_plane import ControlPlane
from simulation.control_plane.api import Refused
from simulation.control_plane.manifest import Manifest, path
from simulation.nodes.volumes import volumes
from tests.simulation.control_plane.cluster_objects import created, pods
from tests.support.cluster import gpu_node
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster
GPU = "nvidia.com/gpu"


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
def classes(control_plane: ControlPlane) -> Iterator[tuple[str, str]]:
    """Two priorities of this test's own: the lower, the higher."""
    names = f"low-{uuid.uuid4().hex[:8]}", f"high-{uuid.uuid4().hex[:8]}"
    made = [priority_class(name, PrioritySpec(value=10 + i)) for i, name in enumerate(names)]
    for one in made:
        control_plane.api.apply(one)
    yield names
    for one in made:
        control_plane.api.delete(path(one))


def node(label: str, index: int) -> Manifest:
    made = gpu_node(f"{label}-{index}", gpus=2)
    made["metadata"]["labels"]["pool"] = label
    return made


def tuning(namespace: str, workers: int = 1) -> JobSpec:
    """A job of so many workers that keeps what it has done."""
    return JobSpec(
        tenant=namespace,
        node_group="g",
        image="trainer:1",
        command=("train",),
        workers=workers,
        runs_minutes=60,
        may_lose_minutes=1,
        checkpoint=Checkpoint(claim="kept", every_minutes=1),
    )


@dataclass(frozen=True)
class Ground:
    """One namespace on a pool of its own, with a low and a high priority."""

    plane: ControlPlane
    namespace: str
    pool: str
    low: str
    high: str

    def job(self, workers: int, queue: str = "default", name: str = "tune") -> str:
        """Workers of one GPU each that lose at most a minute; returns where it lies."""
        spec = tuning(self.namespace, workers)
        where = JobPlace(
            namespace=self.namespace,
            queue=queue,
            priority=self.low,
            node_selector={"pool": self.pool},
            tolerations=[],
            resources=Size(cpu=1, memory_gib=1),
        )
        return created(self.plane, volcano_job(name, spec, where))

    def servers(self, replicas: int) -> str:
        """A model's Deployment of one GPU each: all its pods are of one group of one."""
        template = self._pod(1, "default")
        labels = {"app": "server"}
        template["metadata"] = {
            "labels": labels,
            "annotations": template["metadata"]["annotations"],
        }
        spec = {"replicas": replicas, "selector": {"matchLabels": labels}, "template": template}
        metadata = {"name": "server", "namespace": self.namespace}
        made = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": metadata, "spec": spec}
        return created(self.plane, made)

    def server(self, gpus: int, queue: str = "default") -> str:
        """A pod that answers people: higher, and nobody's victim."""
        return created(self.plane, {"apiVersion": "v1", "kind": "Pod", **self._pod(gpus, queue)})

    def _pod(self, gpus: int, queue: str) -> Manifest:
        room = {"cpu": "1", "memory": "1Gi", GPU: str(gpus)}
        container = {"name": "serve", "image": "serve", "resources": {"limits": room}}
        annotations = {
            "volcano.sh/preemptable": "false",
            "scheduling.volcano.sh/queue-name": queue,
        }
        return {
            "metadata": {
                "name": "server",
                "namespace": self.namespace,
                "annotations": annotations,
            },
            "spec": {
                "schedulerName": "volcano",
                "priorityClassName": self.high,
                "nodeSelector": {"pool": self.pool},
                "containers": [container],
            },
        }

    def running(self) -> list[str]:
        """The pods that have a node and are not on their way out, by what they are."""
        return sorted(
            pod["spec"]["containers"][0]["name"]
            for pod in pods(self.plane, self.namespace)
            if pod["spec"].get("nodeName") and "deletionTimestamp" not in pod["metadata"]
        )

    def waiting(self) -> int:
        """Pods that have no node."""
        return sum(not pod["spec"].get("nodeName") for pod in pods(self.plane, self.namespace))

    def claims(self) -> set[str]:
        """The claims that the workers mount."""
        return {
            volume["persistentVolumeClaim"]["claimName"]
            for pod in pods(self.plane, self.namespace)
            for volume in pod["spec"].get("volumes", [])
            if "persistentVolumeClaim" in volume
        }


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
