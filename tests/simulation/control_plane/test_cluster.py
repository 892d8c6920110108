"""What the shared cluster does, by the word of its own API server and operators."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from simulation.control_plane import ControlPlane
from simulation.control_plane.api import Api, Refused
from simulation.control_plane.manifest import Manifest
from tests.simulation.control_plane.cluster_objects import (
    SCALER,
    conditions,
    created,
    job,
    model,
    pods,
)
from tests.simulation.control_plane.connections import partners
from tests.support.cluster import gpu_node
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster


@pytest.fixture(autouse=True)
def node(control_plane: ControlPlane) -> Iterator[str]:
    """A node that outlives the test's namespace.

    Without its kubelet a node's pods would linger, and Volcano would go on counting them.
    """
    name = f"node-{uuid.uuid4().hex[:8]}"
    place = created(control_plane, gpu_node(name))
    yield name
    left = f"/api/v1/pods?fieldSelector=spec.nodeName={name}"
    assert eventually(lambda: not control_plane.api.get(left)["items"])
    control_plane.api.delete(place)


def test_a_real_api_server_answers(control_plane: ControlPlane) -> None:
    assert control_plane.api.get("/version")["gitVersion"].startswith("v1.34")


def test_a_stranger_is_refused(control_plane: ControlPlane) -> None:
    site = control_plane._site
    stranger = Api(site.port["kube-apiserver"], site.authority, "not a token")

    with pytest.raises(Refused, match="Unauthorized"):
        stranger.get("/api/v1/namespaces")


def test_the_controllers_are_not_administrators(control_plane: ControlPlane) -> None:
    site = control_plane._site
    token = site.token["kube-controller-manager"]
    controllers = Api(site.port["kube-apiserver"], site.authority, token)

    with pytest.raises(Refused, match="cannot delete resource"):
        controllers.delete("/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/cluster-admin")


def test_a_simulated_node_becomes_ready(control_plane: ControlPlane, node: str) -> None:
    place = f"/api/v1/nodes/{node}"

    assert eventually(lambda: conditions(control_plane, place).get("Ready") == "True")


def test_a_model_becomes_ready_by_the_word_of_kserve(
    control_plane: ControlPlane, namespace: str, node: str
) -> None:
    place = created(control_plane, model("llama", namespace, node))

    assert eventually(lambda: conditions(control_plane, place).get("Ready") == "True")


def test_a_models_pod_is_bound_by_volcano_to_a_node_with_gpus(
    control_plane: ControlPlane, namespace: str, node: str
) -> None:
    created(control_plane, model("llama", namespace, node))

    assert eventually(lambda: bound(pods(control_plane, namespace)) == [("volcano", node)])
    assert eventually(lambda: schedulers(control_plane, namespace) == ["volcano"])


def bound(found: list[Manifest]) -> list[tuple[str, str | None]]:
    return [(pod["spec"]["schedulerName"], pod["spec"].get("nodeName")) for pod in found]


def schedulers(plane: ControlPlane, namespace: str) -> list[str]:
    """Who says that it scheduled a pod."""
    events = plane.api.get(f"/api/v1/namespaces/{namespace}/events")["items"]
    of_pods = [event for event in events if event["involvedObject"]["kind"] == "Pod"]
    return [event["source"]["component"] for event in of_pods if event["reason"] == "Scheduled"]


def test_a_model_that_fits_nowhere_is_not_ready(
    control_plane: ControlPlane, namespace: str, node: str
) -> None:
    created(control_plane, model("first", namespace, "no-such-node"))
    place = created(control_plane, model("second", namespace, node))

    assert eventually(lambda: conditions(control_plane, place).get("Ready") == "True")
    first = place.replace("second", "first")
    assert conditions(control_plane, first)["Ready"] == "False"


def test_a_bad_model_is_refused_by_kserves_own_webhook(
    control_plane: ControlPlane, namespace: str, node: str
) -> None:
    bad = model("llama", namespace, node, **{SCALER: "nonsense"})

    with pytest.raises(Refused, match=r"kserve-webhook-server.validator.*nonsense"):
        created(control_plane, bad)


def test_the_default_queue_cannot_be_deleted(control_plane: ControlPlane) -> None:
    queue = "/apis/scheduling.volcano.sh/v1beta1/queues/default"
    assert eventually(lambda: control_plane.api.find(queue) is not None)

    with pytest.raises(Refused, match=r"validatequeue.volcano.sh.*can not be deleted"):
        control_plane.api.delete(queue)


def test_a_job_runs_as_long_as_its_pod_says(
    control_plane: ControlPlane, namespace: str, node: str
) -> None:
    long = {"pod-complete.stage.kwok.x-k8s.io/delay": "1h"}
    created(control_plane, job("long", namespace, long))
    short = created(control_plane, job("short", namespace, {}))

    assert eventually(lambda: conditions(control_plane, short).get("Complete") == "True")
    assert control_plane.api.get(short.replace("short", "long"))["status"]["active"] == 1


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="asks the Linux kernel")
def test_no_process_of_the_cluster_talks_to_anything_but_loopback(
    control_plane: ControlPlane, namespace: str, node: str
) -> None:
    place = created(control_plane, model("llama", namespace, node))
    assert eventually(lambda: conditions(control_plane, place).get("Ready") == "True")
    pids = [status.pid for status in control_plane._supervision.statuses()]

    assert partners(pids) == {"127.0.0.1"}


def test_no_process_of_the_cluster_has_failed(control_plane: ControlPlane) -> None:
    assert control_plane.failures() == []
