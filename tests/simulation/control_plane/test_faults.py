"""What a running cluster survives: killed processes, another configuration, a lost node."""

from collections.abc import Iterator
from signal import SIGKILL

import pytest

from simulation.control_plane import ControlPlane, Parts
from simulation.control_plane.kubernetes.kwok import LOST
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.volcano.processes import DEFAULT_CONFIGURATION
from tests.simulation.control_plane.cluster_objects import (
    conditions,
    created,
    model,
)
from tests.support.cluster import gpu_node, started, toolchain
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster


@pytest.fixture(scope="module")
def own() -> Iterator[ControlPlane]:
    """A whole control plane for faults, with a model on it."""
    with started(Parts(node_grace_seconds=20)) as plane:
        created(plane, gpu_node("gpu", gpus=16))
        created(plane, model("before", "default", "gpu"))
        yield plane


NODE = "/api/v1/nodes/gpu"
SERVICES = "/apis/serving.kserve.io/v1beta1/namespaces/default/inferenceservices"


@pytest.mark.parametrize("name", ["etcd", "kube-apiserver", "volcano-scheduler", "kserve-manager"])
def test_what_was_killed_is_reported_recovers_and_has_lost_nothing(
    own: ControlPlane, name: str
) -> None:
    own.kill(name, SIGKILL)
    assert eventually(lambda: any(name in failure for failure in own.failures()))

    said: list[str] = []
    recovered = own.recover(said.append)

    assert name in recovered
    assert any(f"{name} was killed by SIGKILL" in line for line in said)
    assert own.failures() == []
    assert own.api.find(f"{SERVICES}/before") is not None
    after = created(own, model(f"after-{name}", "default", "gpu"))
    assert eventually(lambda: conditions(own, after).get("Ready") == "True")


def test_another_configuration_restarts_the_scheduler_only(own: ControlPlane) -> None:
    parts = Parts(node_grace_seconds=20, scheduler_conf=DEFAULT_CONFIGURATION + "# another\n")
    said: list[str] = []

    ControlPlane.start(own.state, toolchain(), parts, said.append)

    assert [line for line in said if line.endswith("started")] == ["volcano-scheduler started"]


def test_a_lost_node_is_noticed_and_comes_back(own: ControlPlane) -> None:
    assert eventually(lambda: conditions(own, NODE)["Ready"] == "True")

    own.api.apply(gpu_node_labelled({LOST: "true"}))
    assert eventually(lambda: conditions(own, NODE)["Ready"] == "Unknown")

    own.api.apply(gpu_node_labelled({}))
    assert eventually(lambda: conditions(own, NODE)["Ready"] == "True")


def gpu_node_labelled(labels: dict[str, str]) -> Manifest:
    return {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "gpu", "labels": labels}}
