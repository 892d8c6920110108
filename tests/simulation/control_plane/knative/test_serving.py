"""A model in Knative mode, on Knative's own controller and webhook."""

from collections.abc import Iterator

import pytest

from simulation.control_plane import ControlPlane, Parts
from simulation.control_plane.api import Refused
from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.manifest import Manifest
from tests.simulation.control_plane.cluster_objects import (
    conditions,
    created,
    model,
    pods,
)
from tests.support.cluster import gpu_node, started, toolchain
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster

FEATURES = {
    "kubernetes.podspec-schedulername": "enabled",
    "kubernetes.podspec-nodeselector": "enabled",
}
PARTS = Parts(knative=True, knative_config={"config-features": FEATURES})


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    with started(PARTS) as plane:
        created(plane, gpu_node("gpu"))
        yield plane


def knative_model(name: str, node: str, replicas: int) -> Manifest:
    manifest = model(name, "default", node)
    manifest["metadata"]["annotations"] = {"serving.kserve.io/deploymentMode": "Knative"}
    manifest["spec"]["predictor"]["minReplicas"] = replicas
    return manifest


def test_a_model_is_ready_when_its_pods_are_and_is_held_at_its_minimum(
    plane: ControlPlane,
) -> None:
    place = created(plane, knative_model("llama", "gpu", replicas=2))

    assert eventually(lambda: conditions(plane, place).get("Ready") == "True")
    assert eventually(lambda: len(running(plane, "llama")) == 2)


def running(plane: ControlPlane, name: str) -> list[Manifest]:
    label = "serving.kserve.io/inferenceservice"
    own = [pod for pod in pods(plane, "default") if pod["metadata"]["labels"][label] == name]
    return [pod for pod in own if pod["status"].get("phase") == "Running"]


def test_a_model_whose_pod_fits_nowhere_is_not_ready(plane: ControlPlane) -> None:
    place = created(plane, knative_model("nowhere", "no-such-node", replicas=1))

    assert eventually(lambda: bool(pods(plane, "default")))
    assert eventually(lambda: conditions(plane, place).get("PredictorReady") == "Unknown")
    assert conditions(plane, place)["Ready"] != "True"


def test_what_no_feature_flag_allows_is_refused_by_knatives_own_webhook(
    plane: ControlPlane,
) -> None:
    container = {"image": "dev.local/a"}
    spec = {"template": {"spec": {"priorityClassName": "high", "containers": [container]}}}
    service = {
        "apiVersion": "serving.knative.dev/v1",
        "kind": "Service",
        "metadata": {"name": "direct", "namespace": "default"},
        "spec": spec,
    }

    with pytest.raises(Refused, match=r"(?s)validation.webhook.serving.*priorityClass"):
        created(plane, service)


def test_a_configuration_that_knative_does_not_take_is_an_error(plane: ControlPlane) -> None:
    wrong = Parts(knative=True, knative_config={"config-autoscaler": {"stable-window": "1s"}})

    with pytest.raises(ControlPlaneError, match=r"config-autoscaler.*stable-window"):
        ControlPlane.start(plane.state, toolchain(), wrong, lambda _: None)
