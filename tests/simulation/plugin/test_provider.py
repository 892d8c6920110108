"""What the provider answers, call by call, against the real API server."""

import pytest
from google.protobuf.empty_pb2 import Empty
from pulumi.runtime.proto import provider_pb2

from simulation.control_plane import ControlPlane
from simulation.plugin.values import Secret
from tests.simulation.plugin.calls import CONFIG_MAP, WIDGET, thing
from tests.simulation.plugin.engine import Answered, Protocol

pytestmark = pytest.mark.cluster


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


def test_what_is_not_offered_is_refused_in_a_sentence(provider: Protocol) -> None:
    with pytest.raises(Answered, match="has no function kubernetes:yaml:decode"):
        provider._ask("Invoke", provider_pb2.InvokeRequest(tok="kubernetes:yaml:decode"))
    request = provider_pb2.ConstructRequest(type="kubernetes:yaml/v2:ConfigGroup")
    with pytest.raises(Answered, match="has no component kubernetes:yaml/v2:ConfigGroup"):
        provider._ask("Construct", request)


def test_the_plugin_says_what_it_is(provider: Protocol) -> None:
    assert provider._ask("GetPluginInfo", Empty()).version.endswith("+simulation")
    assert "kubernetes" in provider._ask("GetSchema", provider_pb2.GetSchemaRequest()).schema
