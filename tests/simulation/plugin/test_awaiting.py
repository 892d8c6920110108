"""What the provider waits for, and what it says of what did not come."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from simulation.control_plane import ControlPlane
from tests.simulation.plugin.calls import CLAIM, CONFIG_MAP, JOB, SERVICE, WIDGET, service, thing
from tests.simulation.plugin.engine import Answered, Protocol

pytestmark = pytest.mark.cluster


def test_a_service_without_pods_to_choose_is_ready_at_once(
    provider: Protocol, namespace: str
) -> None:
    assert provider.create(SERVICE, service(namespace))["spec"]["clusterIP"]


def test_a_service_waits_for_a_ready_pod(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    inputs = service(namespace, selector={"app": "web"})
    inputs["metadata"]["annotations"] = {"pulumi.com/timeoutSeconds": "20"}
    endpoints = {
        "apiVersion": "discovery.k8s.io/v1",
        "kind": "EndpointSlice",
        "metadata": {
            "name": "web",
            "namespace": namespace,
            "labels": {"kubernetes.io/service-name": "thing"},
        },
        "addressType": "IPv4",
        "endpoints": [{"addresses": ["192.0.2.1"], "conditions": {"ready": True}}],
        "ports": [{"port": 80}],
    }

    with ThreadPoolExecutor(1) as pool:
        state = pool.submit(provider.create, SERVICE, inputs)
        time.sleep(1)
        waits = not state.done()
        control_plane.api.apply(endpoints)

    assert waits
    assert state.result()["metadata"]["name"] == "thing"


def test_a_claim_that_waits_for_its_pod_is_ready_while_pending(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    storage = {
        "apiVersion": "storage.k8s.io/v1",
        "kind": "StorageClass",
        "metadata": {"name": namespace},
        "provisioner": "plugin.test/none",
        "volumeBindingMode": "WaitForFirstConsumer",
    }
    control_plane.api.apply(storage)
    spec = {
        "storageClassName": namespace,
        "accessModes": ["ReadWriteOnce"],
        "resources": {"requests": {"storage": "1024Mi"}},
    }

    state = provider.create(CLAIM, thing(namespace, spec=spec))

    assert state["status"]["phase"] == "Pending"
    assert provider.diff(CLAIM, state, state["__inputs"]) == set()
    control_plane.api.delete(f"/apis/storage.k8s.io/v1/storageclasses/{namespace}")


def test_what_is_not_ready_in_time_is_told_with_the_clusters_own_events(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    container = {"name": "a", "image": "a"}
    quota = {"kind": "ResourceQuota", "apiVersion": "v1", "spec": {"hard": {"pods": "0"}}}
    control_plane.api.apply(quota | {"metadata": {"name": "none", "namespace": namespace}})
    template = {"spec": {"containers": [container], "restartPolicy": "Never"}}
    inputs = thing(namespace, told={"timeoutSeconds": "4"}, spec={"template": template})

    with pytest.raises(Answered, match="the job has not completed") as answer:
        provider.create(JOB, inputs)

    assert answer.value.partial


@pytest.mark.parametrize("told", ["Ready", "jsonpath={status.url}", '["jsonpath=.status.url"]'])
def test_a_condition_that_makes_no_sense_is_refused_before_anything_is_created(
    provider: Protocol, told: str
) -> None:
    with pytest.raises(Answered, match=r"waitFor wants|JSONPath"):
        provider.check(CONFIG_MAP, thing("default", told={"waitFor": told}))


def test_what_is_not_to_be_awaited_is_not(provider: Protocol, namespace: str) -> None:
    inputs = service(namespace, selector={"app": "nobody"})
    inputs["metadata"]["annotations"] = {"pulumi.com/skipAwait": "true"}

    assert provider.create(SERVICE, inputs)


@pytest.mark.usefixtures("widgets")
def test_a_cancelled_wait_keeps_the_object(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    inputs = thing(namespace, told={"waitFor": "condition=Ready"})

    with ThreadPoolExecutor(1) as pool:
        state = pool.submit(provider.create, WIDGET, inputs)
        time.sleep(1)
        provider.cancel()
        error = state.exception()

    assert isinstance(error, Answered)
    assert error.partial
    assert control_plane.api.find(f"/apis/plugin.test/v1/namespaces/{namespace}/widgets/thing")


def test_a_deletion_that_takes_too_long_says_what_holds_it(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    inputs = thing(namespace, told={"deletionPropagationPolicy": "background"})
    inputs["metadata"]["finalizers"] = ["plugin.test/held"]
    state = provider.create(CONFIG_MAP, inputs)

    with pytest.raises(Answered, match=r"not gone after 1 s; .*plugin.test/held"):
        provider.delete(CONFIG_MAP, state, timeout=1)

    released = {"metadata": {"name": "thing", "namespace": namespace}}
    provider.update(CONFIG_MAP, state, {"apiVersion": "v1", "kind": "ConfigMap", **released})
