"""Whose a field is and whose an object, where others work on the same cluster."""

from typing import Any

import pulumi
import pulumi_kubernetes as k8s
import pytest
from pulumi.automation import CommandError

from simulation.control_plane import ControlPlane
from tests.simulation.plugin.project import Project, config_map, found, widget

pytestmark = pytest.mark.cluster


@pytest.mark.usefixtures("widgets")
def test_a_field_that_is_no_longer_asked_for_is_removed_and_others_fields_are_let_be(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    project.up(widget(namespace, {"ours": 1, "gone": {"a": 1}}))
    control_plane.api.apply(
        {
            "apiVersion": "plugin.test/v1",
            "kind": "Widget",
            "metadata": {"name": "widget", "namespace": namespace},
            "spec": {"theirs": 1},
        }
    )

    project.refresh()
    assert project.up(widget(namespace, {"ours": 1, "gone": {"a": 1}})) == {"same": 3}
    assert project.up(widget(namespace, {"ours": 2}))["update"] == 1

    spec = found(control_plane, namespace, "widgets", "widget")["spec"]
    assert spec == {"ours": 2, "theirs": 1}


@pytest.mark.usefixtures("widgets")
def test_a_refresh_sees_what_was_done_to_our_fields_and_an_update_undoes_it(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    wanted = widget(namespace, {"ours": 1, "too": "x"}, patchForce="true")
    project.up(wanted)
    control_plane.api.apply(
        {
            "apiVersion": "plugin.test/v1",
            "kind": "Widget",
            "metadata": {"name": "widget", "namespace": namespace},
            "spec": {"ours": 7},
        }
    )

    assert project.refresh()["update"] == 1
    assert project.up(wanted)["update"] == 1

    assert found(control_plane, namespace, "widgets", "widget")["spec"]["ours"] == 1


@pytest.mark.usefixtures("widgets")
def test_fields_that_another_took_over_are_not_taken_back_unasked(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    project.up(widget(namespace, {"ours": 1}))
    control_plane.api.apply(
        {
            "apiVersion": "plugin.test/v1",
            "kind": "Widget",
            "metadata": {"name": "widget", "namespace": namespace},
            "spec": {"ours": 7},
        }
    )

    with pytest.raises(CommandError, match="patchForce"):
        project.up(widget(namespace, {"ours": 2}))


@pytest.mark.usefixtures("widgets")
def test_what_was_deleted_by_others_is_created_again_after_a_refresh(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    project.up(widget(namespace, {"ours": 1}))
    control_plane.api.delete(f"/apis/plugin.test/v1/namespaces/{namespace}/widgets/widget")

    assert project.refresh()["delete"] == 1
    assert project.up(widget(namespace, {"ours": 1}))["create"] == 1


def test_what_somebody_else_created_is_not_adopted_unless_asked(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    control_plane.api.create(
        f"/api/v1/namespaces/{namespace}/configmaps",
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "settings"}},
    )
    program = config_map(namespace, {"a": "1"}, name="settings")

    with pytest.raises(CommandError, match="already exists"):
        project.up(program)
    assert project.up(program, upsert_existing_objects=True)["create"] == 1
    assert found(control_plane, namespace, "configmaps", "settings")["data"] == {"a": "1"}


def test_an_object_is_imported_and_then_known(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    control_plane.api.create(
        f"/api/v1/namespaces/{namespace}/configmaps",
        {"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "old"}, "data": {"a": "1"}},
    )

    def program(options: pulumi.ResourceOptions) -> None:
        adopted = pulumi.ResourceOptions.merge(
            options, pulumi.ResourceOptions(import_=f"{namespace}/old")
        )
        metadata: Any = {"name": "old", "namespace": namespace}
        k8s.core.v1.ConfigMap("old", metadata=metadata, data={"a": "1"}, opts=adopted)

    assert project.up(program)["import"] == 1
    assert project.up(program) == {"same": 3}
