"""What node groups and jobs ask of the scheduler reaches its configuration, and nothing else."""

from typing import Any

import pytest
import yaml

from components.volcano.plugins import NEARNESS, NOTHING, SPREADING
from components.volcano.scheduler import scheduler_conf
from components.volcano.spec import GPU_PACKING, SchedulerSpec
from stacks.config import StackConfig
from stacks.parse import parse
from stacks.scheduling import scheduler, topology
from stacks.served import served
from stacks.trained import trained
from tests.support.schema import CRDS, complaints
from tests.support.stack import JOB, changed

NEAR = JOB | {"node_group": "t4", "workers": 2, "near": "zone"}
ZONES = ["z-1", "z-2"]


def near() -> StackConfig:
    made = changed("jobs.tune", NEAR)
    made["node_groups"]["t4"] |= {"zones": ZONES, "max_nodes": 4}
    return parse(made)


def spread(group: str = "t4") -> StackConfig:
    return parse(changed(f"node_groups.{group}.packing", "spread"))


def names(spec: SchedulerSpec) -> list[str]:
    return [plugin.name for tier in spec.tiers for plugin in tier]


def annotations(config: StackConfig) -> dict[str, str]:
    found: dict[str, str] = served(config)["small"].objects[0]["metadata"]["annotations"]
    return {key: value for key, value in found.items() if "resource-strategy" in key}


def test_a_stack_that_asks_for_nothing_has_the_platform_s_scheduler() -> None:
    config = parse(changed("models", {}))

    assert scheduler(config) == SchedulerSpec()
    assert topology(config) == []


def test_pods_of_a_spreading_group_ask_for_the_emptiest_gpus_and_others_for_nothing() -> None:
    assert annotations(spread()) == {
        "volcano.sh/resource-strategy-scoring-type": "LeastAllocated",
        "volcano.sh/resource-strategy-weight": '{"nvidia.com/gpu": 1}',
    }
    assert annotations(spread("a100")) == {}


def test_their_wish_weighs_more_than_everybody_s_packing() -> None:
    asked = yaml.safe_load(scheduler_conf(scheduler(spread())))["tiers"][-1]["plugins"]
    [plugin] = [one for one in asked if one["name"] == SPREADING.name]

    assert plugin["arguments"]["resourceStrategyFitWeight"] > int(
        str(GPU_PACKING.arguments["binpack.weight"])
    )
    assert list(plugin["arguments"]["resources"]) == [NOTHING]


def test_workers_of_a_spreading_group_ask_too() -> None:
    made = changed("jobs.tune", JOB | {"node_group": "t4"})
    made["node_groups"]["t4"] |= {"packing": "spread"}
    task = trained(parse(made))["tune"].job["spec"]["tasks"][0]

    assert "LeastAllocated" in task["template"]["metadata"]["annotations"].values()


def test_a_job_that_is_near_brings_the_plugin_and_the_topology_that_it_reads() -> None:
    config = near()

    assert NEARNESS.name in names(scheduler(config))
    assert {one["metadata"]["name"] for one in topology(config)} == {"t4.z-1", "t4.z-2", *ZONES}
    assert trained(config)["tune"].job["spec"]["networkTopology"]["mode"] == "hard"


def test_a_plugin_that_the_platform_configures_stays_as_it_is() -> None:
    tiers: list[list[dict[str, Any]]] = [
        [{"name": "predicates"}, {"name": "priority"}, {"name": SPREADING.name}]
    ]
    made = changed("node_groups.t4.packing", "spread")
    made["platform"]["volcano"] = {"scheduler": {"actions": ["allocate"], "tiers": tiers}}

    assert names(scheduler(parse(made))).count(SPREADING.name) == 1


@pytest.mark.skipif(not CRDS.is_dir(), reason=f"the upstream definitions are not at {CRDS}")
def test_the_newest_volcano_accepts_the_job_and_its_topology() -> None:
    config = near()

    assert [complaints(one) for one in topology(config)] == [[]] * 4
    assert complaints(trained(config)["tune"].job) == []
