"""NUMA is for nodes with several GPUs, and for pods that ask for whole cores."""

from typing import Any

from stacks.parse import parse
from stacks.served import served
from tests.support.stack import changed, refusals, refused_at


def stack(**fields: Any) -> dict[str, Any]:
    made = changed("node_groups.a100.numa", "best-effort")
    made["models"]["small"] |= {"node_group": "a100", **fields}
    return made


def test_part_of_a_core_is_nobody_s_own() -> None:
    said = refused_at(stack(resources={"cpu": 2.5, "memory_gib": 8}), "models.small.resources.cpu")

    assert said.startswith("2.5 cores share theirs with others on `a100`; ask for whole cores")


def test_one_gpu_is_near_itself() -> None:
    assert "not several GPUs" in refused_at(
        changed("node_groups.t4.numa", "best-effort"), "node_groups.t4.numa"
    )


def test_what_says_nothing_gets_whole_cores() -> None:
    [service, *_] = served(parse(stack()))["small"].objects
    asked = service["spec"]["predictor"]["model"]["resources"]["requests"]["cpu"]

    assert not refusals(stack())
    assert float(asked).is_integer()


def test_rules_that_refuse_pods_after_they_were_placed_are_not_on_offer() -> None:
    assert "best-effort" in refused_at(
        changed("node_groups.a100.numa", "single-numa-node"), "node_groups.a100.numa"
    )
