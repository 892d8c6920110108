from simulation.plugin.checkpoint import Checkpoint, asked, parsed
from simulation.plugin.values import Properties, Secret

LIVE: Properties = {"apiVersion": "v1", "kind": "Pod", "spec": {"a": "x", "b": 1}}


def test_a_state_holds_the_live_object_the_inputs_and_the_manager() -> None:
    found = Checkpoint(LIVE, {"spec": {"a": "x"}}, "me")

    state = found.state({"spec": {"a": Secret("x")}})

    assert state["spec"] == {"a": Secret("x"), "b": 1}
    assert state["__inputs"] == {"spec": {"a": Secret("x")}}
    assert (state["__fieldManager"], state["__initialApiVersion"]) == ("me", "v1")
    assert parsed(state) == found


def test_the_data_that_clear_text_became_is_secret() -> None:
    live = {"kind": "Secret", "data": {"a": "eA=="}}

    state = Checkpoint(live, {}, "me").state({"stringData": {"a": Secret("x")}})

    assert state["data"] == Secret({"a": "eA=="})


def test_keys_that_sdks_underscore_go_to_the_server_with_dashes_and_come_back() -> None:
    schema = {"x_kubernetes_preserve_unknown_fields": True}
    definition = {"kind": "CustomResourceDefinition", "spec": {"list": [schema]}}

    dashed = asked(definition)

    assert dashed["spec"]["list"] == [{"x-kubernetes-preserve-unknown-fields": True}]
    assert Checkpoint(dashed, {}, "").state({})["spec"] == definition["spec"]


def test_what_only_the_server_sets_is_not_asked_for() -> None:
    assert asked({"metadata": {"name": "a", "uid": "1", "resourceVersion": "2"}}) == {
        "metadata": {"name": "a"}
    }
