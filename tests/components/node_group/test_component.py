"""What a managed node group registers."""

from typing import Any

from components.node_group.component import NodeGroup, NodeGroupArgs
from components.node_group.managed import managed_group
from components.node_group.spec import NodeGroupSpec
from tests.support.recorder import Recording, record

GROUP = "aws:eks/nodeGroup:NodeGroup"


def recorded(**fields: Any) -> Recording:
    spec = NodeGroupSpec.model_validate({"instance_type": "g5.2xlarge", **fields})

    def build() -> None:
        args = NodeGroupArgs(
            plan=managed_group("a10g", spec, ("us-east-1a",)),
            kubernetes="1.35",
            ami_release="1.35.6-1",
            cluster_name="inference",
            role_arn="arn:role",
            subnet_ids=["subnet-1"],
            launch_template_id="lt-1",
            launch_template_version="7",
            after=[],
        )
        NodeGroup("a10g", args)

    return record(build)


def test_the_release_of_the_image_is_pinned() -> None:
    inputs = recorded().named("a10g", type=GROUP).inputs

    assert (inputs["version"], inputs["releaseVersion"]) == ("1.35", "1.35.6-1")


def test_taints_are_spelled_as_the_api_spells_them() -> None:
    [taint] = recorded().named("a10g", type=GROUP).inputs["taints"]

    assert taint == {"key": "nvidia.com/gpu", "value": "true", "effect": "NO_SCHEDULE"}


def test_broken_nodes_are_repaired() -> None:
    assert recorded().named("a10g", type=GROUP).inputs["nodeRepairConfig"] == {"enabled": True}


def test_a_template_is_used_at_a_version_and_not_at_the_latest() -> None:
    template = recorded().named("a10g", type=GROUP).inputs["launchTemplate"]

    assert template == {"id": "lt-1", "version": "7"}


def test_the_autoscalers_size_is_left_alone() -> None:
    assert recorded().named("a10g", type=GROUP).ignore_changes == ("scalingConfig.desiredSize",)


def test_a_group_starts_with_its_fewest_nodes() -> None:
    scaling = recorded(min_nodes=2, max_nodes=5).named("a10g", type=GROUP).inputs["scalingConfig"]

    assert scaling == {"minSize": 2, "maxSize": 5, "desiredSize": 2}


def test_the_autoscalers_tags_are_on_the_groups_own_autoscaling_group() -> None:
    tags = [r for r in recorded() if r.type == "aws:autoscaling/tag:Tag"]

    assert {tag.inputs["autoscalingGroupName"] for tag in tags} == {"eks-a10g-asg"}
    assert not any(tag.inputs["tag"]["propagateAtLaunch"] for tag in tags)


def test_a_name_that_eks_chooses_lets_a_group_be_replaced() -> None:
    assert "nodeGroupName" not in recorded().named("a10g", type=GROUP).inputs
