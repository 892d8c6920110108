"""What a launch template registers."""

from typing import Any

from components.launch_template.component import LaunchTemplate, LaunchTemplateArgs
from components.launch_template.plan import launch_plan
from components.node_group.spec import NodeGroupSpec
from tests.support.recorder import record

TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate"


def inputs(**fields: Any) -> dict[str, Any]:
    spec = NodeGroupSpec.model_validate({"instance_type": "p5.48xlarge", **fields})
    args = LaunchTemplateArgs(
        plan=launch_plan(spec),
        tags={"Name": "h100"},
        security_group_ids=["sg-cluster", "sg-efa"],
        placement_group="near",
    )
    made = record(lambda: LaunchTemplate("h100", args)).named("h100", type=TEMPLATE)
    return made.inputs


def test_the_disk_is_encrypted_and_holds_models_and_is_fast_enough_to_unpack_them() -> None:
    [mapping] = inputs()["blockDeviceMappings"]

    assert mapping["deviceName"] == "/dev/xvda"
    assert mapping["ebs"] == {
        "volumeType": "gp3",
        "volumeSize": 200,
        "iops": 16000,
        "throughput": 1000,
        "encrypted": "true",
        "deleteOnTermination": "true",
    }


def test_the_metadata_service_answers_pods_and_wants_a_token() -> None:
    assert inputs()["metadataOptions"] == {"httpTokens": "required", "httpPutResponseHopLimit": 2}


def test_there_is_no_image_so_that_eks_brings_its_own() -> None:
    assert "imageId" not in inputs()


def test_a_card_is_behind_eks_door_and_that_of_its_fellows() -> None:
    first, *_ = inputs(interconnect="efa")["networkInterfaces"]

    assert first["securityGroups"] == ["sg-cluster", "sg-efa"]


def test_nodes_and_their_disks_carry_the_groups_name() -> None:
    assert {(s["resourceType"], s["tags"]["Name"]) for s in inputs()["tagSpecifications"]} == {
        ("instance", "h100"),
        ("volume", "h100"),
    }


def test_a_reservation_is_aimed_at() -> None:
    block = inputs(capacity_block={"id": "cr-0a"})

    aim = {"capacityReservationTarget": {"capacityReservationId": "cr-0a"}}
    assert block["capacityReservationSpecification"] == aim
    assert block["instanceMarketOptions"] == {"marketType": "capacity-block"}
    assert block["instanceType"] == "p5.48xlarge"
    assert block["placement"] == {"groupName": "near"}
