"""Models on nodes: the agent, its volumes and its folder mean the same nodes and the same place."""

from components.kserve.local_models import FOLDER, local_model_objects, local_model_values
from components.kserve.spec import LocalModels
from components.node_group.scheduling import node_labels
from components.node_group.spec import NodeGroupSpec

KEEPING = NodeGroupSpec(instance_type="g5.xlarge", keeps_models=True)
A, B, MADE = local_model_objects(LocalModels(disk_gib=300), ("a", "b"), "image:1")


def test_each_group_that_keeps_models_has_its_volumes_there() -> None:
    [term] = A["spec"]["persistentVolumeSpec"]["nodeAffinity"]["required"]["nodeSelectorTerms"]
    [expression] = term["matchExpressions"]

    assert [A["metadata"]["name"], B["metadata"]["name"]] == ["a", "b"]
    assert node_labels("a", KEEPING)[expression["key"]] in expression["values"]
    assert A["spec"]["storageLimit"] == "300Gi"


def test_the_volumes_are_the_folder_that_is_made() -> None:
    pod = MADE["spec"]["template"]["spec"]

    assert A["spec"]["persistentVolumeSpec"]["local"] == {"path": FOLDER}
    assert pod["volumes"][0]["hostPath"]["path"] == FOLDER


def test_it_is_made_on_the_nodes_that_keep_models_and_on_no_other() -> None:
    where = MADE["spec"]["template"]["spec"]["nodeSelector"].items()

    assert where <= node_labels("a", KEEPING).items()
    assert not where <= node_labels("a", NodeGroupSpec(instance_type="g5.xlarge")).items()


def test_only_the_first_container_is_root_and_only_for_the_folder() -> None:
    pod = MADE["spec"]["template"]["spec"]
    [waits] = pod["containers"]

    assert waits["securityContext"]["runAsNonRoot"]
    assert "volumeMounts" not in waits


def test_the_shared_config_map_has_one_owner() -> None:
    assert local_model_values()["kserve"]["createSharedResources"] is False
