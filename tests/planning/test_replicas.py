"""Every pod of a model counts: on each node of a replica, of each version, and its placeholders."""

from typing import Any

import pytest

from planning.placement import Placement, place
from planning.plan import plan
from planning.replicas import replicas
from stacks.config import StackConfig
from tests.planning.configs import MODEL
from tests.support.stack import STACK

SPANNING = MODEL | {
    "source": "pvc://weights/llama",
    "architecture": "meta-llama/Llama-3.1-8B-Instruct",
    "nodes": 2,
    "engine": {"pipeline_parallel": 2},
    "rollout": {"strategy": "recreate"},
}
VERSIONS = {
    "versions": {"v1": {}, "v2": {}},
    "traffic": {"stable": "v1", "canary": "v2", "step": 1, "steps": [50, 100]},
    "scaling": {"min_replicas": 2, "max_replicas": 2},
}


def config(model: dict[str, Any], nodes: int = 3) -> StackConfig:
    groups = {**STACK["node_groups"], "t4": {"instance_type": "g4dn.xlarge", "max_nodes": nodes}}
    return StackConfig.model_validate({**STACK, "node_groups": groups, "models": {"m": model}})


def placed(found: Placement) -> list[str]:
    return [pod.name for node in found.nodes for pod in node.pods]


def test_a_replica_on_two_nodes_takes_and_costs_both() -> None:
    found = plan(config(SPANNING))

    assert placed(found.scales["minimum"].placement) == ["m-0", "m-0-worker-1"]
    assert found.models[0].replicas["minimum"] == 1
    assert found.models[0].hourly["minimum"] == pytest.approx(2 * 0.526)


def test_half_of_a_replica_gets_no_place() -> None:
    assert placed(place(config(SPANNING, nodes=1), "minimum")) == []


def test_a_replica_that_loses_one_of_its_nodes_answers_nobody() -> None:
    [loss] = plan(config(SPANNING)).losses

    assert (loss.waiting, loss.down) == ({"models.m": 2}, ("models.m",))


def test_a_canary_has_pods_of_its_own() -> None:
    model = MODEL | VERSIONS

    assert sorted(placed(place(config(model), "minimum"))) == ["m-v1-0", "m-v1-1", "m-v2-0"]
    assert replicas("m", config(model).models["m"], "minimum") == 3


def test_placeholders_hold_what_a_stopped_model_would_take() -> None:
    model = MODEL | {"stopped": True, "reserve": "online"}
    found = plan(config(model))

    assert placed(found.scales["minimum"].placement) == ["m-reserve-0"]
    assert found.models[0].hourly["minimum"] == pytest.approx(0.526)
    assert not [loss for loss in found.losses if loss.down]
