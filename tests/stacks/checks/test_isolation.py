from typing import Any

import pytest

from tests.support.stack import STACK, changed, refusals, refused_at

TIMES = {"time_slicing": {"replicas": 2}}
LAYOUT = {"mig": {"layout": {"3g.40gb": 1, "1g.10gb": 4}}}


def shared(group: str, sharing: dict[str, Any], **model: Any) -> dict[str, Any]:
    stack = changed(f"node_groups.{group}.sharing", sharing)
    stack["models"]["small"] = STACK["models"]["small"] | {"node_group": group} | model
    return stack


@pytest.mark.parametrize("sharing", [TIMES, {"mps": {"replicas": 2}}])
def test_accepts_a_model_on_a_part_of_a_gpu(sharing: dict[str, Any]) -> None:
    assert not refusals(shared("t4", sharing))


@pytest.mark.parametrize("sharing", [TIMES, {"mig": {"profile": "3g.40gb"}}])
def test_refuses_several_parts_for_one_model(sharing: dict[str, Any]) -> None:
    stack = shared("a100", sharing, gpus=2)

    assert "shares do not combine" in refused_at(stack, "models.small.gpus")


def test_refuses_a_server_that_takes_its_neighbours_memory() -> None:
    stack = shared("t4", TIMES, engine={"gpu_memory_utilization": 0.9})

    said = refused_at(stack, "models.small.engine.gpu_memory_utilization")
    assert "say 0.45 or less" in said


def test_accepts_the_same_server_on_hardware_that_isolates() -> None:
    stack = shared("a100", {"mig": {"profile": "1g.10gb"}}, engine={"gpu_memory_utilization": 0.9})
    assert not refusals(stack)


def test_a_model_says_which_part_of_a_layout_it_runs_on() -> None:
    assert "say one of 1g.10gb, 3g.40gb" in refused_at(
        shared("a100", LAYOUT), "models.small.mig_profile"
    )
    assert not refusals(shared("a100", LAYOUT, mig_profile="3g.40gb"))


def test_refuses_a_part_that_nobody_cuts() -> None:
    assert "leave it out" in refused_at(
        changed("models.small.mig_profile", "1g.5gb"), "models.small.mig_profile"
    )


def two_tenants(sharing: dict[str, Any]) -> dict[str, Any]:
    stack = shared("t4", sharing)
    stack["tenants"]["search"] = stack["tenants"]["chat"]
    stack["models"]["other"] = stack["models"]["small"] | {"tenant": "search"}
    return stack


def test_refuses_two_tenants_on_one_gpu_that_nothing_divides() -> None:
    stack = two_tenants(TIMES)

    assert "chat, search" in refused_at(stack, "node_groups.t4.sharing.time_slicing")


def test_accepts_two_tenants_who_trust_each_other() -> None:
    assert not refusals(two_tenants({"time_slicing": {"replicas": 2, "trusted": True}}))
