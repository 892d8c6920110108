"""The kind of GPU that a model asks for is the kind its node group has."""

from typing import Any

from tests.support.stack import changed, refusals, refused_at


def asking(kind: dict[str, Any], *, min_nodes: int = 1) -> dict[str, Any]:
    stack = changed("models.small.gpu_kind", kind)
    stack["node_groups"]["t4"]["min_nodes"] = min_nodes
    return stack


def test_refuses_a_product_that_the_group_does_not_have() -> None:
    said = refused_at(asking({"products": ["NVIDIA-H100"]}), "models.small.gpu_kind.products")

    assert "which are NVIDIA-T4" in said


def test_refuses_more_memory_than_its_gpus_have() -> None:
    said = refused_at(asking({"memory_gib": 40}), "models.small.gpu_kind.memory_gib")

    assert "`t4` has 16.0" in said


def test_refuses_a_label_that_no_node_bears_before_there_is_one() -> None:
    said = refused_at(asking({"memory_gib": 8}, min_nodes=0), "models.small.gpu_kind")

    assert "is known only of nodes that are there" in said


def test_accepts_what_is_there() -> None:
    assert not refusals(asking({"products": ["NVIDIA-T4"], "memory_gib": 15}))
