from typing import Any

import yaml

from components.volcano.scheduler import left_out, scheduler_conf
from components.volcano.spec import Plugin, SchedulerSpec

TOPOLOGY = SchedulerSpec(
    actions=("allocate", "gangpreempt"),
    tiers=(
        (Plugin(name="priority"), Plugin(name="gang"), Plugin(name="predicates")),
        (Plugin(name="capacity", hierarchy=True),),
        (Plugin(name="network-topology-aware", arguments={"weight": 10}),),
    ),
)


def plugins(conf: str) -> dict[str, Any]:
    tiers = yaml.safe_load(conf)["tiers"]
    return {plugin["name"]: plugin for tier in tiers for plugin in tier["plugins"]}


def test_the_default_packs_gpus_and_takes_resources_back() -> None:
    conf = scheduler_conf(SchedulerSpec())

    assert yaml.safe_load(conf)["actions"] == "allocate, preempt, reclaim, backfill"
    assert plugins(conf)["binpack"]["arguments"]["binpack.resources"] == "nvidia.com/gpu"
    assert plugins(conf)["capacity"] == {"name": "capacity", "enableHierarchy": True}


def test_being_apart_counts_more_than_packing() -> None:
    known = plugins(scheduler_conf(SchedulerSpec()))
    packed = known["binpack"]["arguments"]["binpack.weight"]

    assert known["nodeorder"]["arguments"]["podtopologyspread.weight"] > packed


def test_gangs_do_not_shield_single_pods() -> None:
    gang = plugins(scheduler_conf(SchedulerSpec()))["gang"]

    assert (gang["enablePreemptable"], gang["enableReclaimable"]) == (False, False)


def test_a_model_with_one_replica_of_many_still_starves() -> None:
    assert plugins(scheduler_conf(SchedulerSpec()))["gang"]["enableJobStarving"] is False


def test_a_flat_configuration_has_what_the_older_scheduler_knows() -> None:
    conf = scheduler_conf(TOPOLOGY, flat=True)

    assert yaml.safe_load(conf)["actions"] == "allocate"
    assert plugins(conf)["capacity"] == {"name": "capacity"}
    assert "network-topology-aware" not in plugins(conf)
    assert all(tier["plugins"] for tier in yaml.safe_load(conf)["tiers"])


def test_what_a_flat_configuration_lacks_is_said() -> None:
    assert left_out(TOPOLOGY) == [
        "action gangpreempt",
        "plugin network-topology-aware",
        "hierarchy of plugin capacity",
    ]
