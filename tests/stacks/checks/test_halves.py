"""Both halves of a model on two nodes are in one zone."""

from typing import Any

from tests.support.stack import WIDE, changed, refusals, refused_at


def stack(*zones: str) -> dict[str, Any]:
    made = changed("models", {"wide": WIDE})
    made["node_groups"]["a100"] |= {"max_nodes": 2, "zones": list(zones)}
    return made


def test_a_group_in_two_zones_could_part_them() -> None:
    said = refused_at(stack("z-1", "z-2"), "models.wide.node_group")

    assert "`a100` is in z-1, z-2, and a replica takes 2 nodes near each other" in said
    assert "give `a100` one of them as its `zones`" in said


def test_one_zone_holds_them_and_where_nobody_knows_nothing_is_said() -> None:
    assert not refusals(stack("z-1"))
    assert not refusals(stack())
