from typing import Any

from simulation.plugin import ownership
from simulation.plugin.values import Properties

URN = "urn:pulumi:dev::p::kubernetes:core/v1:ConfigMap::a"


def entry(manager: str, operation: str, fields: Properties, **more: Any) -> Properties:
    return {"manager": manager, "operation": operation, "fieldsV1": fields, **more}


def live(*entries: Properties, **rest: Any) -> Properties:
    return {"metadata": {"managedFields": list(entries), "resourceVersion": "7"}, **rest}


def test_each_resource_has_a_field_manager_of_its_own_and_keeps_it() -> None:
    assert ownership.manager(URN, {}) == ownership.manager(URN, {})
    assert ownership.manager(URN, {}) != ownership.manager(URN + "b", {})
    assert ownership.manager(URN, {}, "recorded") == "recorded"
    named = {"metadata": {"annotations": {"pulumi.com/patchFieldManager": "me"}}}
    assert ownership.manager(URN, named, "recorded") == "me"


def test_what_we_created_becomes_what_we_applied_and_others_keep_theirs() -> None:
    created = entry("me", "Update", {"f:data": {"f:a": {}}})
    applied = entry("me", "Apply", {"f:data": {"f:b": {}}})
    other = entry("them", "Update", {"f:status": {}}, subresource="status")
    found = live(created, other, applied)

    patch = ownership.transfer(found, "me")

    assert ownership.created(found, "me")
    merged = entry("me", "Apply", {"f:data": {"f:a": {}, "f:b": {}}})
    assert patch[0]["value"] == [other, merged]
    assert patch[1]["value"] == "7"
    assert not ownership.created(live(*patch[0]["value"]), "me")


def test_a_status_that_we_wrote_is_not_our_creation() -> None:
    assert not ownership.created(live(entry("me", "Update", {}, subresource="status")), "me")


def test_an_ignored_field_of_others_is_not_applied() -> None:
    theirs = entry("hpa", "Update", {"f:spec": {"f:replicas": {}}})
    found = live(theirs, spec={"replicas": 5})

    asked = ownership.ignoring({"spec": {"replicas": 1, "a": 1}}, found, ["spec.replicas"], "me")

    assert asked == {"spec": {"a": 1}}


def test_an_ignored_field_of_ours_is_applied_as_it_is() -> None:
    ours = entry("me", "Apply", {"f:spec": {"f:replicas": {}}})
    found = live(ours, spec={"replicas": 5})

    asked = ownership.ignoring({"spec": {"replicas": 1}}, found, ["spec.replicas"], "me")

    assert asked == {"spec": {"replicas": 5}}


def test_an_ignored_field_that_nobody_has_set_is_applied_as_asked() -> None:
    assert ownership.ignoring({"a": 1}, live(), ["a"], "me") == {"a": 1}
