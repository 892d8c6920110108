"""Replicas apart, groups that spread and gangs in one zone, each counted by hand."""

from collections import Counter
from typing import Any

from planning.placement import Placement, place
from stacks.config import StackConfig
from tests.planning.configs import MODEL
from tests.support.stack import JOB, STACK

ZONES = ["z-1", "z-2", "z-3"]
TWO = {"min_replicas": 2, "max_replicas": 2}
FOUR = {"min_replicas": 4, "max_replicas": 4}


def placed(group: dict[str, Any], **sections: dict[str, Any]) -> Placement:
    large = {"instance_type": "p4de.24xlarge", "max_nodes": 6, "zones": ZONES, **group}
    raw = {**STACK, "node_groups": {"a100": large}, "models": {}, **sections}
    return place(StackConfig.model_validate(raw), "minimum")


def model(**said: Any) -> dict[str, Any]:
    return {**MODEL, "node_group": "a100", **said}


def by_node(found: Placement) -> list[int]:
    return [node.gpus_used for node in found.nodes]


def zones_of(found: Placement) -> Counter[str]:
    return Counter(node.zone for node in found.nodes for _ in node.pods)


def test_replicas_take_another_zone_where_a_node_is_there() -> None:
    found = placed({"min_nodes": 3}, models={"m": model(scaling=TWO)})

    assert by_node(found) == [1, 1, 0]


def test_they_share_a_node_rather_than_ask_for_another() -> None:
    assert by_node(placed({"min_nodes": 1}, models={"m": model(scaling=TWO)})) == [2]


def test_replicas_of_others_do_not_count() -> None:
    models = {"a": model(), "b": model()}

    assert by_node(placed({"min_nodes": 2}, models=models)) == [2, 0]


def test_whoever_does_not_mind_packs() -> None:
    careless = model(scaling=TWO, protection={"spread": []})

    assert by_node(placed({"min_nodes": 2}, models={"m": careless})) == [2, 0]


def test_apart_by_node_within_a_zone() -> None:
    kept = {"min_nodes": 6}
    found = placed(kept, models={"m": model(scaling=FOUR, protection={"spread": ["nodes"]})})

    assert by_node(found) == [1, 1, 1, 1, 0, 0]


def test_strictly_apart_they_ask_for_nodes_and_wait_without() -> None:
    strict = {"spread": ["nodes"], "spread_strictly": True}
    models = {"m": model(scaling=FOUR, gpus=8, protection=strict)}

    assert by_node(placed({}, models=models)) == [8, 8, 8, 8]
    assert len(placed({"max_nodes": 3}, models=models).waiting) == 1


def test_strictly_by_zone_nobody_gets_a_second_one_before_all_have_one() -> None:
    strict = {"spread_strictly": True}
    models = {"m": model(scaling=FOUR, protection=strict)}

    assert zones_of(placed({"min_nodes": 3}, models=models)) == {"z-1": 2, "z-2": 1, "z-3": 1}


def test_a_group_that_spreads_fills_the_emptiest_first() -> None:
    models = {"a": model(gpus=2), "b": model(), "c": model()}

    assert by_node(placed({"min_nodes": 2, "packing": "spread"}, models=models)) == [2, 2]


def test_the_workers_of_a_near_job_are_in_one_zone() -> None:
    job = {**JOB, "workers": 4, "gpus": 4, "near": "zone"}
    found = placed({"min_nodes": 6}, jobs={"j": job})

    assert zones_of(found) == {"z-1": 4}


def test_a_zone_without_room_for_all_of_them_gets_none() -> None:
    job = {**JOB, "workers": 2, "gpus": 8, "near": "zone"}
    full = model(gpus=8)

    assert zones_of(placed({"min_nodes": 4, "max_nodes": 4}, jobs={"j": job})) == {"z-1": 2}
    beside = placed({"min_nodes": 4, "max_nodes": 4}, models={"m": full}, jobs={"j": job})
    assert [pod.about for pod in beside.waiting] == ["jobs.j", "jobs.j"]


def test_nodes_of_other_zones_come_first_where_zones_take_turns() -> None:
    job = {**JOB, "workers": 2, "gpus": 8, "near": "zone"}
    found = placed({}, jobs={"j": job})

    assert by_node(found) == [8, 0, 0, 8]


def test_what_needs_no_gpu_takes_none_and_finds_room_on_a_full_node() -> None:
    small = {**model(), "gpus": 0, "server": {"format": "sklearn"}, "source": "s3://b/m"}
    models = {"full": model(gpus=8, resources={"cpu": 8, "memory_gib": 64}), "cpu": small}

    found = placed({"max_nodes": 1}, models=models)

    assert [pod.name for pod in found.nodes[0].pods] == ["full-0", "cpu-0"]


def test_nodes_without_gpus_hold_what_needs_none() -> None:
    cpu = {"instance_type": "m5.2xlarge", "max_nodes": 2}
    small = {**model(), "gpus": 0, "server": {"format": "sklearn"}, "source": "s3://b/m"}

    found = placed(cpu, models={"m": {**small, "scaling": TWO}})

    assert [len(node.pods) for node in found.nodes] == [2]
