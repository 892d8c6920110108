"""Losses, preemption and quotas on stacks small enough to count by hand."""

from planning.capacity import preempted, quotas
from planning.losses import losses
from planning.placement import place
from stacks.config import StackConfig
from tests.planning.configs import models, stack

TWO = {"min_replicas": 2, "max_replicas": 2}


def groups(**t4: object) -> dict[str, object]:
    return {"t4": {"instance_type": "g4dn.xlarge", "max_nodes": 8, **t4}}


def lost(config: StackConfig) -> dict[str, tuple[dict[str, int], tuple[str, ...]]]:
    found = losses(place(config, "minimum"))
    return {loss.lost.partition(" ")[2]: (loss.waiting, loss.down) for loss in found}


def test_a_spare_node_takes_over() -> None:
    assert not lost(stack(node_groups=groups(min_nodes=2)))


def test_without_one_a_single_replica_is_down_and_one_of_two_is_not() -> None:
    both = stack(node_groups=groups(), models=models(one={}, two={"scaling": TWO}))

    down = {models for waiting, models in lost(both).values()}

    assert ("models.one",) in down
    assert ("models.two",) not in down


def test_a_zone_takes_all_its_nodes_with_it() -> None:
    zones = groups(zones=["us-east-1a", "us-east-1b"])
    config = stack(node_groups=zones, models=models(m={"scaling": TWO}))

    assert lost(config)["us-east-1a"] == ({"models.m": 1}, ())


def test_who_runs_and_may_not_be_preempted_stays_when_a_higher_priority_grows() -> None:
    priorities = {"online": {"value": 1000}, "batch": {"value": 1}}
    grown = {"min_replicas": 1, "max_replicas": 3}

    def displaced(preemptable: bool) -> list[str]:
        low = {"priority": "batch", "preemptable": preemptable}
        served = models(low=low, high={"scaling": grown})
        config = stack(node_groups=groups(max_nodes=3), priorities=priorities, models=served)
        return [pod.about for pod in preempted(place(config, "minimum"), place(config, "maximum"))]

    assert displaced(preemptable=True) == ["models.low"]
    assert displaced(preemptable=False) == []


def test_quotas_count_the_vcpus_of_the_maximum_by_family() -> None:
    config = stack(
        node_groups=groups(min_nodes=2) | {"p": {"instance_type": "p4de.24xlarge", "min_nodes": 1}}
    )

    needed = {
        quota.name[:21]: quota.needed_vcpus for quota in quotas(config, place(config, "maximum"))
    }

    assert needed == {"Running On-Demand G a": 8, "Running On-Demand P i": 96}
