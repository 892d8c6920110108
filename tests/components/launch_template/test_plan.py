"""What nodes start from."""

import base64
import email
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.instances import instances
from components.launch_template.plan import launch_plan
from components.node_group.capacity import node_capacity
from components.node_group.spec import NodeGroupSpec

TYPES = st.sampled_from(sorted(instances()))


def spec_of(instance_type: str, **fields: Any) -> NodeGroupSpec:
    return NodeGroupSpec.model_validate({"instance_type": instance_type, **fields})


def node_config(spec: NodeGroupSpec) -> dict[str, Any]:
    """What nodeadm finds: the only part of the MIME message, by its content type."""
    text = base64.b64decode(launch_plan(spec).user_data).decode()
    [part] = [p for p in email.message_from_string(text).walk() if not p.is_multipart()]
    assert part.get_content_type() == "application/node.eks.aws"
    found: dict[str, Any] = json.loads(str(part.get_payload()))
    return found


@given(TYPES)
def test_a_node_runs_as_many_pods_as_its_allocatable_was_computed_with(instance_type: str) -> None:
    spec = spec_of(instance_type)

    found = node_config(spec)["spec"]["kubelet"]["config"]["maxPods"]

    assert found == node_capacity(spec).max_pods


def test_more_pods_leave_less_memory() -> None:
    few, many = spec_of("g5.2xlarge"), spec_of("g5.2xlarge", max_pods=110)

    lost = node_capacity(few).memory_mib - node_capacity(many).memory_mib
    assert lost == 11 * (110 - node_capacity(few).max_pods)
    assert node_config(many)["spec"]["kubelet"]["config"]["maxPods"] == 110


@given(TYPES)
def test_disks_of_the_machine_become_one_where_it_has_some(instance_type: str) -> None:
    config = node_config(spec_of(instance_type))["spec"]

    raid = config.get("instance", {}).get("localStorage", {}).get("strategy")
    assert raid == ("RAID0" if instances()[instance_type].local_nvme_gb else None)


def test_a_kubelet_aligns_gpus_and_cores_where_the_group_asks_for_it() -> None:
    plain = node_config(spec_of("p4de.24xlarge"))["spec"]["kubelet"]["config"]
    aligned = node_config(spec_of("p4de.24xlarge", numa="best-effort"))["spec"]["kubelet"]["config"]

    assert aligned == {
        **plain,
        "cpuManagerPolicy": "static",
        "topologyManagerPolicy": "best-effort",
    }


def test_layers_of_an_image_are_pulled_side_by_side() -> None:
    assert node_config(spec_of("g5.2xlarge"))["spec"]["featureGates"] == {"FastImagePull": True}


def test_the_cluster_is_left_to_eks_which_adds_it() -> None:
    config = node_config(spec_of("g5.2xlarge"))

    assert (config["apiVersion"], config["kind"]) == ("node.eks.aws/v1alpha1", "NodeConfig")
    assert "cluster" not in config["spec"]


@pytest.mark.parametrize(
    ("instance_type", "first", "others"),
    [
        ("g6e.8xlarge", "efa", 0),
        ("p4d.24xlarge", "efa", 3),
        ("p5.48xlarge", "efa", 31),
        ("p6-b300.48xlarge", "interface", 16),
    ],
)
def test_every_network_card_is_an_efa_device_but_a_first_one_that_is_none(
    instance_type: str, first: str, others: int
) -> None:
    cards = launch_plan(spec_of(instance_type, interconnect="efa")).network_cards

    assert (cards[0].interface_type, cards[0].device_index) == (first, 0)
    assert len(cards) == 1 + others
    assert all((c.interface_type, c.device_index) == ("efa-only", 1) for c in cards[1:])
    assert [card.network_card_index for card in cards] == list(range(len(cards)))


def test_no_cards_of_its_own_without_an_interconnect() -> None:
    assert launch_plan(spec_of("p5.48xlarge")).network_cards == ()


def test_a_capacity_block_stands_in_the_template_with_its_type_and_market() -> None:
    block = launch_plan(spec_of("p5.48xlarge", capacity_block={"id": "cr-0a"}))
    reservation = launch_plan(spec_of("p5.48xlarge", reservation={"id": "cr-0b"}))

    assert (block.instance_type, block.market, block.reservation) == (
        "p5.48xlarge",
        "capacity-block",
        "cr-0a",
    )
    assert (reservation.instance_type, reservation.market, reservation.reservation) == (
        None,
        None,
        "cr-0b",
    )
