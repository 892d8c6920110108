"""What the provider answers, call by call, against the real API server."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import provider_pb2

from simulation.control_plane import ControlPlane
from simulation.plugin.engine import Engine
from simulation.plugin.server import started
from simulation.plugin.values import UNKNOWN, Properties, Secret
from tests.simulation.plugin.engine import Answered, Protocol, protocol

pytestmark = pytest.mark.cluster
CONFIG_MAP = "kubernetes:core/v1:ConfigMap"
SERVICE = "kubernetes:core/v1:Service"
WIDGET = "kubernetes:plugin.test/v1:Widget"
CLAIM = "kubernetes:core/v1:PersistentVolumeClaim"
JOB = "kubernetes:batch/v1:Job"


@pytest.fixture
def provider(control_plane: ControlPlane) -> Iterator[Protocol]:
    server, port = started(Engine())
    found = protocol(port)
    found.configure(control_plane.kubeconfig)
    yield found
    server.stop(0)


def thing(namespace: str, name: str = "thing", **fields: Any) -> Properties:
    """An object, and its annotations of Pulumi's where they are given."""
    annotations = {f"pulumi.com/{key}": value for key, value in fields.pop("told", {}).items()}
    metadata: Properties = {"name": name, "namespace": namespace}
    return {"metadata": metadata | ({"annotations": annotations} if annotations else {}), **fields}


def test_a_type_without_inputs_of_its_own_is_completed_from_its_name(provider: Protocol) -> None:
    checked = provider.check(CONFIG_MAP, {})

    assert (checked["apiVersion"], checked["kind"]) == ("v1", "ConfigMap")
    assert checked["metadata"]["namespace"] == "default"
    assert checked["metadata"]["name"].startswith("thing-")


def test_what_belongs_to_the_whole_cluster_gets_no_namespace(provider: Protocol) -> None:
    checked = provider.check("kubernetes:core/v1:Namespace", {"metadata": {"name": "a"}})

    assert checked["metadata"] == {"name": "a"}


@pytest.mark.usefixtures("widgets")
def test_a_namespace_assumed_before_the_kind_was_known_is_taken_back(
    provider: Protocol, namespace: str
) -> None:
    token = "kubernetes:scheduling.k8s.io/v1:PriorityClass"
    inputs = thing("assumed", name=namespace, value=1)

    state = provider.create(token, inputs)
    provider.delete(token, state)

    assert "namespace" not in state["metadata"]


def test_a_preview_answers_with_the_servers_defaults_and_creates_nothing(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    foreseen = provider.create(SERVICE, service(namespace), dry=True)

    assert foreseen["spec"]["sessionAffinity"] == "None"
    assert "status" not in foreseen
    assert not control_plane.api.find(f"/api/v1/namespaces/{namespace}/services/thing")


def test_a_preview_answers_with_the_inputs_where_it_can_know_no_more(
    provider: Protocol, namespace: str
) -> None:
    unknown = thing(namespace, data={"a": UNKNOWN})
    nowhere = thing("not-yet-there", data={"a": "1"})

    for inputs in (unknown, nowhere):
        assert provider.create(CONFIG_MAP, inputs, dry=True)["data"] == inputs["data"]


def test_a_preview_of_an_update_shows_the_result_and_changes_nothing(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    state = provider.create(CONFIG_MAP, thing(namespace, data={"a": "1"}))

    new = state["__inputs"] | {"data": {"a": "2"}}
    foreseen = provider.update(CONFIG_MAP, state, new, dry=True)

    assert foreseen["data"] == {"a": "2"}
    live = control_plane.api.get(f"/api/v1/namespaces/{namespace}/configmaps/thing")
    assert live["data"] == {"a": "1"}


def service(namespace: str, **spec: Any) -> Properties:
    ports = [{"port": 80}]
    return thing(namespace, spec={"ports": ports, **spec})


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


@pytest.mark.usefixtures("widgets")
def test_an_ignored_field_stays_with_its_owner(
    provider: Protocol, control_plane: ControlPlane, namespace: str
) -> None:
    state = provider.create(WIDGET, thing(namespace, spec={"a": 1}))
    other = {"apiVersion": "plugin.test/v1", "kind": "Widget", **thing(namespace)}
    control_plane.api.apply(other | {"spec": {"replicas": 5}})

    new = state["__inputs"] | {"spec": {"a": 2, "replicas": 1}}
    found = provider.update(WIDGET, state, new, ignoreChanges=["spec.replicas"])

    assert found["spec"] == {"a": 2, "replicas": 5}


@pytest.mark.usefixtures("widgets")
def test_what_is_gone_cannot_be_updated_and_reads_as_nothing(
    provider: Protocol, namespace: str
) -> None:
    state = provider.create(WIDGET, thing(namespace, spec={"a": 1}))
    provider.delete(WIDGET, state)
    provider.delete(WIDGET, state)

    assert provider.read(WIDGET, f"{namespace}/thing", state) == {}
    with pytest.raises(Answered, match="run a refresh"):
        provider.update(WIDGET, state, state["__inputs"])


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


def test_a_kind_that_does_not_exist_is_refused_in_a_sentence(
    provider: Protocol, namespace: str
) -> None:
    with pytest.raises(Answered, match="CustomResourceDefinition installed"):
        provider.create("kubernetes:nobody.test/v1:Nothing", thing(namespace))


def test_a_definition_is_replaced_whole_and_its_objects_stay(
    provider: Protocol, control_plane: ControlPlane
) -> None:
    token = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition"
    schema = {"type": "object", "x_kubernetes_preserve_unknown_fields": True}
    version = {"name": "v1", "served": True, "storage": True}
    spec = {
        "group": "other.test",
        "scope": "Namespaced",
        "names": {"plural": "others", "kind": "Other"},
        "versions": [version | {"schema": {"openAPIV3Schema": schema}}],
    }
    inputs = {"metadata": {"name": "others.other.test"}, "spec": spec}

    state = provider.create(token, inputs)
    object_ = provider.create("kubernetes:other.test/v1:Other", thing("default"))
    names = spec["names"] | {"shortNames": ["o"]}  # type: ignore[operator]
    changed = state["__inputs"] | {"spec": spec | {"names": names}}
    updated = provider.update(token, state, changed)

    assert updated["metadata"]["uid"] == state["metadata"]["uid"]
    assert updated["spec"]["names"]["shortNames"] == ["o"]
    assert control_plane.api.find("/apis/other.test/v1/namespaces/default/others/thing")
    provider.delete("kubernetes:other.test/v1:Other", object_)
    provider.delete(token, updated)


def test_secrets_come_back_as_secrets(provider: Protocol, namespace: str) -> None:
    inputs = thing(namespace, data={"a": Secret("x"), "b": "y"})

    assert provider.create(CONFIG_MAP, inputs)["data"] == {"a": Secret("x"), "b": "y"}


def test_an_import_reads_all_that_a_program_would_have_to_say(
    provider: Protocol, namespace: str
) -> None:
    provider.create(CONFIG_MAP, thing(namespace, data={"a": "1"}))

    read = provider.read(CONFIG_MAP, f"{namespace}/thing")

    assert read["__inputs"]["data"] == {"a": "1"}
    assert set(read["__inputs"]["metadata"]) == {"name", "namespace"}


def test_a_provider_whose_cluster_is_unknown_previews_and_does_no_more() -> None:
    server, port = started(Engine())
    unknown = protocol(port)
    inputs = {"metadata": {"name": "a"}}

    assert unknown.create(CONFIG_MAP, inputs, dry=True)["metadata"] == {"name": "a"}
    with pytest.raises(Answered, match="kubeconfig is not known"):
        unknown.create(CONFIG_MAP, inputs)
    server.stop(0)


def test_what_is_not_offered_is_refused_in_a_sentence(provider: Protocol) -> None:
    with pytest.raises(Answered, match="has no function kubernetes:yaml:decode"):
        provider._ask("Invoke", provider_pb2.InvokeRequest(tok="kubernetes:yaml:decode"))
    request = provider_pb2.ConstructRequest(type="kubernetes:yaml/v2:ConfigGroup")
    with pytest.raises(Answered, match="has no component kubernetes:yaml/v2:ConfigGroup"):
        provider._ask("Construct", request)


def test_the_plugin_says_what_it_is(provider: Protocol) -> None:
    assert provider._ask("GetPluginInfo", Empty()).version.endswith("+simulation")
    assert "kubernetes" in provider._ask("GetSchema", provider_pb2.GetSchemaRequest()).schema
