"""A replica on several nodes counts whole, and so do all replicas together."""

from typing import Any

from tests.support.stack import WIDE, changed, refusals, refused_at


def stack(capability: int) -> dict[str, Any]:
    made = changed("queues.online.capability", {"gpus": capability})
    made["node_groups"]["a100"] |= {"max_nodes": 2}
    made["models"] = {"wide": WIDE}
    return made


def test_half_of_a_replica_is_no_use() -> None:
    said = refused_at(stack(15), "models.wide.nodes")

    assert "asks for 16 GPUs, `online` can never give more than 15" in said


def test_a_queue_that_can_give_all_of_it_is_large_enough() -> None:
    assert not refusals(stack(16))
