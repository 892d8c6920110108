"""Karpenter's objects say what a managed group of the same description would."""

from base64 import b64decode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue.instances import instances
from components.karpenter.interruption import EVENTS, event_pattern, queue_policy
from components.karpenter.manifest import ec2_node_class, node_pool
from components.launch_template.plan import launch_plan
from components.node_group.capacity import node_capacity
from components.node_group.managed import managed_group
from components.node_group.spec import NodeGroupSpec
from components.types import Manifest
from tests.support.schema import complaints

ZONES = ("us-east-1a", "us-east-1b")
RELEASE = "1.35.6-20260714"
TYPES = st.sampled_from(sorted(instances()))
WHERE = {
    "instanceProfile": "node",
    "securityGroupSelectorTerms": [{"id": "sg-0a"}],
    "subnetSelectorTerms": [{"id": "subnet-0a"}],
}


def spec_of(instance_type: str, **fields: Any) -> NodeGroupSpec:
    return NodeGroupSpec.model_validate({"instance_type": instance_type, "karpenter": {}, **fields})


def requirements(pool: Manifest) -> dict[str, list[str]]:
    found = pool["spec"]["template"]["spec"]["requirements"]
    return {requirement["key"]: requirement["values"] for requirement in found}


@given(TYPES)
def test_labels_taints_and_pods_are_those_of_a_managed_group(instance_type: str) -> None:
    spec = spec_of(instance_type)
    managed = managed_group("a", spec, ZONES)
    pool = node_pool("a", spec, ZONES)["spec"]["template"]

    assert pool["metadata"]["labels"] == managed.labels
    assert pool["spec"]["taints"] == [taint.model_dump() for taint in managed.taints]
    node_class = ec2_node_class("a", spec, RELEASE)["spec"]
    assert node_class["kubelet"] == {"maxPods": node_capacity(spec).max_pods}


@pytest.mark.shared
@pytest.mark.parametrize("instance_type", ["m7g.2xlarge", "g5.2xlarge", "p5.48xlarge"])
@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"compaction": {}},
        {"spot": {}},
        {"capacity_block": {"id": "cr-0a"}, "zones": ["us-east-1a"]},
    ],
)
def test_karpenters_own_definitions_take_them(instance_type: str, fields: dict[str, Any]) -> None:
    spec = spec_of(instance_type, **fields)
    node_class = ec2_node_class("a", spec, RELEASE)
    node_class["spec"] |= WHERE

    assert complaints(node_class) + complaints(node_pool("a", spec, ZONES)) == []


def test_the_image_is_pinned_to_the_release_of_the_managed_groups() -> None:
    terms = ec2_node_class("a", spec_of("g5.2xlarge"), RELEASE)["spec"]["amiSelectorTerms"]

    assert terms == [{"alias": "al2023@v20260714"}]


def test_its_kubelet_is_told_the_same_as_a_managed_group_s() -> None:
    spec = spec_of("p4de.24xlarge", numa="best-effort")
    told = ec2_node_class("a", spec, RELEASE)["spec"]["userData"]

    assert '"topologyManagerPolicy": "best-effort"' in told
    assert b64decode(launch_plan(spec).user_data).decode() == told


def test_disk_and_metadata_service_are_those_of_a_managed_group() -> None:
    spec = ec2_node_class("a", spec_of("g5.2xlarge"), RELEASE)["spec"]

    [root] = spec["blockDeviceMappings"]
    assert root["ebs"]["encrypted"] is True
    assert (root["ebs"]["volumeType"], root["ebs"]["volumeSize"]) == ("gp3", "200Gi")
    assert spec["metadataOptions"] == {"httpTokens": "required", "httpPutResponseHopLimit": 2}
    assert spec["instanceStorePolicy"] == "RAID0"


def test_a_pool_grows_no_further_than_the_group_may() -> None:
    assert node_pool("a", spec_of("g5.2xlarge", max_nodes=7), ZONES)["spec"]["limits"] == {
        "nodes": "7"
    }


@pytest.mark.parametrize(
    ("fields", "capacity"),
    [({}, "on-demand"), ({"spot": {}}, "spot"), ({"reservation": {"id": "cr-0a"}}, "reserved")],
)
def test_nodes_are_bought_as_asked(fields: dict[str, Any], capacity: str) -> None:
    pool = node_pool("a", spec_of("g5.2xlarge", **fields), ZONES)

    assert requirements(pool)["karpenter.sh/capacity-type"] == [capacity]
    assert requirements(pool)["topology.kubernetes.io/zone"] == list(ZONES)


def test_nodes_that_serve_are_not_moved_to_save_money() -> None:
    disruption = node_pool("a", spec_of("g5.2xlarge"), ZONES)["spec"]["disruption"]

    assert disruption["consolidationPolicy"] == "WhenEmpty"


def test_karpenter_hears_of_every_kind_of_interruption() -> None:
    details = {event_pattern(event)["detail-type"][0] for event in EVENTS}

    assert "EC2 Spot Instance Interruption Warning" in details
    assert "EC2 Capacity Reservation Instance Interruption Warning" in details


def test_only_events_write_into_the_queue() -> None:
    allowed, denied = queue_policy("arn:queue")["Statement"]

    assert allowed["Principal"]["Service"] == ["events.amazonaws.com", "sqs.amazonaws.com"]
    assert (allowed["Action"], denied["Effect"]) == ("sqs:SendMessage", "Deny")


def test_nodes_that_work_go_only_where_the_group_says_so_and_then_one_at_a_time() -> None:
    kept = node_pool("a", spec_of("g5.2xlarge"), ZONES)["spec"]["disruption"]
    compacted = node_pool("a", spec_of("g5.2xlarge", compaction={}), ZONES)["spec"]["disruption"]

    assert kept["consolidationPolicy"] == "WhenEmpty"
    assert compacted == kept | {"consolidationPolicy": "Balanced"}
    assert compacted["budgets"] == [{"nodes": "1"}]
