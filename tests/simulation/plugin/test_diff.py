from typing import Any

import pytest

from simulation.plugin.checkpoint import Checkpoint
from simulation.plugin.comparison import Change
from simulation.plugin.diff import Diff, diff, seen
from simulation.plugin.values import UNKNOWN, Properties

MUTABLE = frozenset({"ConfigMap", "Secret"})


def thing(kind: str, version: str = "v1", **fields: Any) -> Properties:
    metadata = {"name": "a", "namespace": "n"} | fields.pop("metadata", {})
    return {"apiVersion": version, "kind": kind, "metadata": metadata, **fields}


def compared(old: Properties, new: Properties, live: Properties | None = None, **how: Any) -> Diff:
    shown = live or old
    given: dict[str, Any] = {"mutable": frozenset(), "namespaced": True}
    return diff(Checkpoint(shown, old, "manager"), new, **(given | how))


def model(**spec: Any) -> Properties:
    return thing("InferenceService", "serving.kserve.io/v1beta1", spec=spec)


def test_the_same_inputs_change_nothing() -> None:
    assert compared(model(a=1), model(a=1)) == Diff()


def test_fields_that_others_own_are_no_change() -> None:
    live = model(a=1, replicas=3) | {"status": {"url": "x"}}

    assert compared(model(a=1), model(a=1), live) == Diff()


def test_what_others_changed_of_ours_is_a_change() -> None:
    assert compared(model(a=1), model(a=1), model(a=2)).changes == {"spec.a": Change.UPDATE}


def test_additions_deletions_and_updates_are_told_by_their_paths() -> None:
    old = model(gone=1, kept=[{"x": 1}, {"x": 2}])
    new = model(more=1, kept=[{"x": 1}, {"x": 3}, {"x": 4}])

    assert compared(old, new).changes == {
        "spec.gone": Change.DELETE,
        "spec.more": Change.ADD,
        "spec.kept[1].x": Change.UPDATE,
        "spec.kept[2]": Change.ADD,
    }


def test_a_key_with_dots_is_quoted() -> None:
    old, new = (thing("ConfigMap", data={"a.b": value}) for value in ("1", "2"))

    assert set(compared(old, new, mutable=MUTABLE).changes) == {'data["a.b"]'}


def test_an_unknown_is_a_change() -> None:
    assert compared(model(a=1), model(a=UNKNOWN)).changes == {"spec.a": Change.UPDATE}


def test_true_is_not_one() -> None:
    assert compared(model(a=1), model(a=True)).changes == {"spec.a": Change.UPDATE}


def test_a_new_name_is_a_new_object_beside_the_old_one() -> None:
    found = compared(model(a=1), model(a=1) | {"metadata": {"name": "b", "namespace": "n"}})

    assert found == Diff({"metadata.name": Change.UPDATE}, ("metadata.name",), delete_first=False)


def test_a_new_namespace_is_a_new_object_beside_the_old_one() -> None:
    found = compared(model(a=1), model(a=1) | {"metadata": {"name": "a", "namespace": "m"}})

    assert found.replaces == ("metadata.namespace",)
    assert not found.delete_first


def test_another_api_group_is_another_object_and_another_version_is_not() -> None:
    group, version = (model(a=1) | {"apiVersion": v} for v in ("x/v1", "serving.kserve.io/v1"))

    assert compared(model(a=1), group).replaces == ("apiVersion",)
    assert compared(model(a=1), version).replaces == ()


def test_no_namespace_means_the_default_one() -> None:
    old = model(a=1) | {"metadata": {"name": "a"}}
    new = model(a=1) | {"metadata": {"name": "a", "namespace": "default"}}

    assert compared(old, new) == Diff()


def test_a_namespace_given_to_what_has_none_is_no_change() -> None:
    queue = thing("Queue", "scheduling.volcano.sh/v1beta1", spec={})
    live = queue | {"metadata": {"name": "a"}}

    assert compared(queue, queue, live, namespaced=False) == Diff()


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        (
            thing("Deployment", "apps/v1", spec={"selector": {"matchLabels": {"a": "1"}}}),
            thing("Deployment", "apps/v1", spec={"selector": {"matchLabels": {"a": "2"}}}),
            "spec.selector.matchLabels.a",
        ),
        (
            thing("Job", "batch/v1", spec={"template": {"x": 1}}),
            thing("Job", "batch/v1", spec={"template": {"x": 2}}),
            "spec.template.x",
        ),
        (
            thing("Pod", spec={"containers": [{"image": "a"}]}),
            thing("Pod", spec={"containers": [{"image": "b"}]}),
            "spec.containers[0].image",
        ),
        (
            thing("PersistentVolumeClaim", spec={"storageClassName": "a"}),
            thing("PersistentVolumeClaim", spec={"storageClassName": "b"}),
            "spec.storageClassName",
        ),
        (thing("ConfigMap", data={"a": "1"}), thing("ConfigMap", data={"a": "2"}), "data.a"),
        (thing("ConfigMap"), thing("ConfigMap", data={"a": "2"}), "data"),
        (thing("Secret", data={"a": "eA=="}), thing("Secret"), "data"),
        (thing("Service"), thing("Service", spec={"clusterIP": "None"}), "spec"),
    ],
)
def test_an_immutable_field_replaces_in_place(old: Properties, new: Properties, path: str) -> None:
    found = compared(old, new)

    assert found.replaces == (path,)
    assert found.delete_first


def test_data_that_may_change_changes_in_place() -> None:
    old, new = (thing("ConfigMap", data={"a": value}) for value in ("1", "2"))

    assert compared(old, new, mutable=MUTABLE).replaces == ()


def test_immutable_data_replaces_wherever_it_is_held() -> None:
    old, new = (thing("ConfigMap", data={"a": v}, immutable=True) for v in ("1", "2"))

    assert compared(old, new, mutable=MUTABLE).replaces == ("data.a",)


def test_a_replacement_of_a_name_of_ours_comes_before_the_deletion() -> None:
    marked: Properties = {"metadata": {"annotations": {"pulumi.com/autonamed": "true"}}}
    old, new = (thing("ConfigMap", data={"a": value}, **marked) for value in ("1", "2"))

    assert not compared(old, new).delete_first


def test_clear_text_is_the_data_it_becomes() -> None:
    asked = thing("Secret", stringData={"a": "x"})
    live = thing("Secret", data={"a": "eA=="})

    assert compared(asked, asked, live) == Diff()
    assert compared(asked, thing("Secret", stringData={"a": "y"}), live).replaces == ("data.a",)


def test_quantities_that_mean_the_same_are_the_same_to_kinds_the_server_knows() -> None:
    asked = thing("ResourceQuota", spec={"hard": {"cpu": "1000m", "memory": "2048Mi", "pods": 3}})
    live = thing("ResourceQuota", spec={"hard": {"cpu": "1", "memory": "2Gi", "pods": "3"}})

    assert compared(asked, asked, live) == Diff()


def test_quantities_of_other_kinds_are_text() -> None:
    asked, live = model(limits={"cpu": "1000m"}), model(limits={"cpu": "1"})

    assert compared(asked, asked, live).changes == {"spec.limits.cpu": Change.UPDATE}


def test_an_empty_field_that_the_server_drops_is_no_change_once_it_was_asked_for() -> None:
    asked = thing("Pod", spec={"hostNetwork": False, "tolerations": [], "nodeName": "n"})
    live = thing("Pod", spec={"nodeName": "n"})

    assert compared(asked, asked, live) == Diff()
    assert compared(live, asked).changes  # asked for now, for the first time


def test_ignored_paths_are_no_change() -> None:
    old, new = model(a=1, b={"c": 1}), model(a=2, b={"c": 2})

    assert compared(old, new, ignored=("spec.b",)).changes == {"spec.a": Change.UPDATE}


def test_a_refresh_sees_what_was_asked_for_as_it_is_now() -> None:
    assert seen(model(a=2, others=1), model(a=1)) == model(a=2)


def test_a_refresh_leaves_inputs_that_still_mean_the_same() -> None:
    asked = thing("Secret", stringData={"a": "x"})

    assert seen(thing("Secret", data={"a": "eA=="}), asked) is asked
