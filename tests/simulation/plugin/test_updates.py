"""What the engine and the API server make of the stand-in's answers."""

import re
from typing import Any

import pulumi
import pulumi_kubernetes as k8s
import pytest

from simulation.control_plane import ControlPlane
from tests.simulation.plugin.project import Project, config_map, found

pytestmark = pytest.mark.cluster


def test_an_object_is_previewed_created_kept_updated_replaced_and_deleted(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    first = config_map(namespace, {"a": "1", "b": "1"}, name="settings")
    second = config_map(namespace, {"a": "2"}, name="settings")
    third = config_map(namespace, {"a": "2"}, name="renamed")
    mutable = {"enable_config_map_mutable": True}

    assert project.preview(first, **mutable)["create"] == 3
    assert project.up(first, **mutable)["create"] == 3
    created = found(control_plane, namespace, "configmaps", "settings")
    assert project.up(first, **mutable) == {"same": 3}
    assert project.up(second, **mutable) == {"same": 2, "update": 1}
    updated = found(control_plane, namespace, "configmaps", "settings")
    assert project.up(third, **mutable) == {"same": 2, "replace": 1}
    assert not found(control_plane, namespace, "configmaps", "settings")
    assert found(control_plane, namespace, "configmaps", "renamed")["data"] == {"a": "2"}
    project.destroy()

    assert created["data"] == {"a": "1", "b": "1"}
    assert updated["data"] == {"a": "2"}
    assert updated["metadata"]["uid"] == created["metadata"]["uid"]
    assert not found(control_plane, namespace, "configmaps", "renamed")


def test_data_that_is_taken_as_immutable_is_replaced_under_its_name(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    project.up(config_map(namespace, {"a": "1"}, name="settings"))
    before = found(control_plane, namespace, "configmaps", "settings")

    assert project.up(config_map(namespace, {"a": "2"}, name="settings"))["replace"] == 1
    after = found(control_plane, namespace, "configmaps", "settings")

    assert after["metadata"]["uid"] != before["metadata"]["uid"]


def test_a_name_of_ours_is_stable_and_new_for_a_replacement(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    def names() -> list[str]:
        listed = control_plane.api.get(f"/api/v1/namespaces/{namespace}/configmaps")["items"]
        own = [item["metadata"]["name"] for item in listed]
        return [name for name in own if name.startswith("settings-")]

    project.up(config_map(namespace, {"a": "1"}))
    first = names()
    project.up(config_map(namespace, {"a": "1"}))
    again = names()
    project.up(config_map(namespace, {"a": "2"}))

    assert re.fullmatch(r"settings-[0-9a-f]{8}", first[0])
    assert again == first
    assert len(names()) == 1
    assert names() != first


def test_a_secret_is_encrypted_in_the_state_and_right_in_the_cluster(
    project: Project, control_plane: ControlPlane, namespace: str
) -> None:
    def program(options: pulumi.ResourceOptions) -> None:
        metadata: Any = {"name": "token", "namespace": namespace}
        clear = {"token": pulumi.Output.secret("hunter2")}
        k8s.core.v1.Secret("token", metadata=metadata, string_data=clear, opts=options)
        annotated = metadata | {"annotations": {"note": pulumi.Output.secret("hunter3")}}
        k8s.core.v1.ConfigMap("note", metadata=annotated, opts=options)

    project.up(program)

    state = project.state()
    assert not re.search("hunter2|hunter3|aHVudGVyM", state)
    assert "4dabf18193072939515e22adb298388d" in state
    assert found(control_plane, namespace, "secrets", "token")["data"] == {"token": "aHVudGVyMg=="}
    assert project.refresh() == {"same": 4}
    assert project.up(program) == {"same": 4}


@pytest.mark.usefixtures("widgets")
def test_a_preview_knows_what_the_server_would_answer_and_not_what_is_still_unknown(
    project: Project, namespace: str
) -> None:
    def program(options: pulumi.ResourceOptions) -> None:
        first = k8s.core.v1.ConfigMap("first", metadata={"namespace": namespace}, opts=options)
        k8s.apiextensions.CustomResource(
            "second",
            api_version="plugin.test/v1",
            kind="Widget",
            metadata={"name": first.metadata.resource_version, "namespace": namespace},
            spec={"names": first.metadata.name, "uid": first.metadata.uid},
            opts=options,
        )
        k8s.apiextensions.CustomResource(
            "third",
            api_version="nobody.test/v1",
            kind="Unknown",
            metadata={"name": first.metadata.name, "namespace": namespace},
            opts=options,
        )

    assert project.preview(program)["create"] == 5


def test_another_server_under_one_identifier_keeps_every_object(
    project: Project, namespace: str
) -> None:
    program = config_map(namespace, {"a": "1"}, name="settings")
    project.up(program)
    moved = project.kubeconfig.read_text().replace("127.0.0.1", "localhost")

    assert project.up(program, kubeconfig=moved) == {"same": 2, "update": 1}
