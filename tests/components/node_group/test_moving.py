"""Nobody's model or job is moved to save money unless the group says so, and then within limits."""

from typing import Any

import pytest

from components.node_group.managed import managed_group
from components.node_group.moving import KEPT, counted, moving_annotations
from components.node_group.spec import NodeGroupSpec
from stacks.parse import parse
from stacks.served import served
from stacks.trained import trained
from tests.support.stack import JOB, changed

ZONES = ("us-east-1a",)
OPTIONS = "k8s.io/cluster-autoscaler/node-template/autoscaling-options"


def group(**fields: Any) -> NodeGroupSpec:
    return NodeGroupSpec.model_validate({"instance_type": "p4de.24xlarge", **fields})


def annotations(replicas: int, **fields: Any) -> dict[str, str]:
    stack = changed("models.small.scaling", {"min_replicas": replicas, "max_replicas": replicas})
    stack["node_groups"]["t4"] |= fields
    found: dict[str, str] = served(parse(stack))["small"].objects[0]["metadata"]["annotations"]
    return {key: value for key, value in found.items() if key in KEPT}


def test_a_model_stays_where_the_group_says_nothing() -> None:
    assert annotations(2) == KEPT


def test_a_model_of_several_replicas_moves_where_the_group_compacts() -> None:
    assert annotations(2, compaction={}) == {}


def test_the_only_replica_of_a_model_stays_all_the_same() -> None:
    assert annotations(1, compaction={}) == KEPT


def test_a_model_without_a_gpu_starts_in_seconds_and_may_move() -> None:
    assert moving_annotations(group(instance_type="m5.2xlarge"), 1) == {}


@pytest.mark.parametrize("compaction", [None, {}])
def test_a_job_never_moves_under_either_autoscaler(compaction: dict[str, Any] | None) -> None:
    stack = changed("jobs.tune", JOB)
    stack["node_groups"]["a100"]["compaction"] = compaction
    [task] = trained(parse(stack))["tune"].job["spec"]["tasks"]
    found = task["template"]["metadata"]["annotations"]

    assert found["cluster-autoscaler.kubernetes.io/safe-to-evict"] == "false"
    assert found["karpenter.sh/do-not-disrupt"] == "true"


@pytest.mark.parametrize("min_nodes", [0, 2])
def test_the_limits_reach_the_autoscaler_as_it_spells_them(min_nodes: int) -> None:
    limits = {"below_percent": 40, "after_minutes": 90}
    spec = group(min_nodes=min_nodes, max_nodes=2, compaction=limits)
    tags = managed_group("a", spec, ZONES).autoscaling_tags

    assert tags[f"{OPTIONS}/scaledowngpuutilizationthreshold"] == "0.4"
    assert tags[f"{OPTIONS}/scaledownunneededtime"] == "90m0s"


def test_a_group_that_says_nothing_keeps_the_autoscaler_s_own_limits() -> None:
    assert managed_group("a", group(min_nodes=1), ZONES).autoscaling_tags == {}


@pytest.mark.parametrize(
    ("sharing", "seen"),
    [
        (None, True),
        ({"time_slicing": {"replicas": 4}}, True),
        ({"mig": {"layout": {"1g.10gb": 7}}}, False),
        ({"vgpu": {}}, False),
    ],
)
def test_the_autoscaler_counts_gpus_by_one_name_only(
    sharing: dict[str, Any] | None, seen: bool
) -> None:
    assert counted(group(sharing=sharing)) is seen
