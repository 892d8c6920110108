"""What a managed node group is made of."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.instances import instances
from components.node_group.ami import ami_type
from components.node_group.managed import EFFECTS, STRATEGIES, managed_group
from components.node_group.scheduling import node_labels, taints, tolerations
from components.node_group.spec import NodeGroupSpec

ZONES = ("us-east-1a", "us-east-1b")
TYPES = st.sampled_from(sorted(instances()))
TEMPLATE = "k8s.io/cluster-autoscaler/node-template"


def group(**fields: Any) -> NodeGroupSpec:
    return NodeGroupSpec.model_validate(fields)


@pytest.mark.parametrize(
    ("instance_type", "image"),
    [
        ("m5.2xlarge", "AL2023_x86_64_STANDARD"),
        ("m7g.2xlarge", "AL2023_ARM_64_STANDARD"),
        ("g5.2xlarge", "AL2023_x86_64_NVIDIA"),
        ("g5g.2xlarge", "AL2023_ARM_64_NVIDIA"),
    ],
)
def test_the_image_goes_with_architecture_and_accelerator(instance_type: str, image: str) -> None:
    assert managed_group("a", group(instance_type=instance_type), ZONES).ami_type == image


@given(TYPES)
def test_a_gpu_never_boots_an_image_without_its_driver(instance_type: str) -> None:
    machine = instances()[instance_type]

    assert ami_type(machine).endswith("NVIDIA") == (machine.gpu_model is not None)


@given(TYPES)
def test_labels_and_taints_are_those_that_pods_and_the_simulation_see(instance_type: str) -> None:
    spec = group(instance_type=instance_type)
    plan = managed_group("a", spec, ZONES)

    assert plan.labels == node_labels("a", spec)
    assert [taint.as_toleration() for taint in plan.taints] == tolerations(spec)
    assert {taint.effect for taint in plan.taints} <= EFFECTS.keys()


def test_an_autoscaler_knows_an_empty_groups_nodes() -> None:
    tags = managed_group("a100", group(instance_type="p4de.24xlarge"), ZONES).autoscaling_tags

    assert tags == {
        f"{TEMPLATE}/label/gpu-inference/node-group": "a100",
        f"{TEMPLATE}/label/nvidia.com/gpu.present": "true",
        f"{TEMPLATE}/label/k8s.amazonaws.com/accelerator": "nvidia-tesla-a100",
        f"{TEMPLATE}/taint/nvidia.com/gpu": "true:NoSchedule",
        f"{TEMPLATE}/resources/nvidia.com/gpu": "8",
    }


def test_an_autoscaler_is_told_of_slices_where_gpus_are_divided() -> None:
    spec = group(instance_type="p4de.24xlarge", sharing={"mig": {"profile": "1g.10gb"}})
    tags = managed_group("a100", spec, ZONES).autoscaling_tags

    assert tags[f"{TEMPLATE}/resources/nvidia.com/gpu"] == "56"


def test_a_group_that_always_has_nodes_needs_no_such_tags() -> None:
    spec = group(instance_type="g5.2xlarge", min_nodes=1)

    assert managed_group("a10g", spec, ZONES).autoscaling_tags == {}


@pytest.mark.parametrize(
    ("fields", "capacity_type", "types"),
    [
        ({}, "ON_DEMAND", ("p4de.24xlarge",)),
        ({"spot": {"also": ["p4d.24xlarge"]}}, "SPOT", ("p4de.24xlarge", "p4d.24xlarge")),
        ({"reservation": {"id": "cr-0a"}}, "ON_DEMAND", ("p4de.24xlarge",)),
        ({"capacity_block": {"id": "cr-0a"}}, "CAPACITY_BLOCK", None),
    ],
)
def test_a_group_is_bought_as_asked(
    fields: dict[str, Any], capacity_type: str, types: tuple[str, ...] | None
) -> None:
    plan = managed_group("a100", group(instance_type="p4de.24xlarge", **fields), ZONES)

    assert (plan.capacity_type, plan.instance_types) == (capacity_type, types)


@pytest.mark.parametrize(
    ("instance_type", "strategy"), [("m5.2xlarge", "DEFAULT"), ("g5.2xlarge", "MINIMAL")]
)
def test_a_scarce_gpu_is_given_back_before_its_successor_is_asked_for(
    instance_type: str, strategy: str
) -> None:
    plan = managed_group("a", group(instance_type=instance_type), ZONES)

    assert STRATEGIES[plan.update.strategy] == strategy


def test_a_group_is_in_every_zone_unless_it_names_some() -> None:
    everywhere = group(instance_type="g5.2xlarge")
    somewhere = group(instance_type="g5.2xlarge", zones=["us-east-1b"])

    assert managed_group("a", everywhere, ZONES).zones == ZONES
    assert managed_group("a", somewhere, ZONES).zones == ("us-east-1b",)


def test_a_cpu_group_turns_nobody_away() -> None:
    assert taints(group(instance_type="m5.2xlarge")) == ()
