"""Whom the zone tainter gives up, and whom it leaves to Kubernetes' own pace."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from components.zone_tainter.program.nodes import SILENT, ZONE, Node, giving_up, overdue

UNHEARD = {"key": SILENT, "effect": "NoSchedule"}
LEFT = {"key": SILENT, "effect": "NoExecute"}
NOW = "2026-11-22T12:00:00Z"


def node(name: str, zone: str, *taints: dict[str, Any]) -> Node:
    return Node(name, "1", zone, taints)


def zone(name: str, heard: int, silent: int) -> list[Node]:
    return [
        *(node(f"{name}-heard-{index}", name) for index in range(heard)),
        *(node(f"{name}-silent-{index}", name, UNHEARD) for index in range(silent)),
    ]


def names(nodes: list[Node]) -> set[str]:
    return {one.name for one in nodes}


def test_all_nodes_of_a_lost_zone_are_given_up_at_once() -> None:
    lost = zone("a", 0, 9)

    assert names(overdue([*lost, *zone("b", 9, 0), *zone("c", 9, 0)])) == names(lost)


def test_so_are_those_of_half_a_zone() -> None:
    half = zone("a", 4, 5)

    assert names(overdue([*half, *zone("b", 9, 0)])) == names(half[4:])


def test_a_machine_that_fails_elsewhere_at_the_same_time_changes_nothing() -> None:
    assert overdue([*zone("a", 0, 9), *zone("b", 9, 1), *zone("c", 9, 0)])


def test_where_two_zones_are_silent_nobody_is_given_up() -> None:
    assert overdue([*zone("a", 0, 9), *zone("b", 0, 9), *zone("c", 9, 0)]) == []


def test_where_every_zone_is_silent_nobody_is_given_up() -> None:
    assert overdue([*zone("a", 0, 9), *zone("b", 0, 9), *zone("c", 0, 9)]) == []


def test_where_there_is_one_zone_nobody_is_given_up() -> None:
    assert overdue(zone("a", 5, 4)) == []
    assert overdue([node("unlabelled", "", UNHEARD), node("another", "")]) == []


def test_who_is_given_up_is_not_given_up_again() -> None:
    assert overdue([node("a", "a", UNHEARD, LEFT), *zone("b", 9, 0)]) == []


def test_a_node_that_speaks_and_is_unwell_is_not_silent() -> None:
    unwell = node("a", "a", {"key": "node.kubernetes.io/not-ready", "effect": "NoSchedule"})

    assert overdue([unwell, *zone("b", 9, 0)]) == []


def test_the_patch_adds_kubernetes_own_taint_to_the_node_that_was_seen() -> None:
    gpu = {"key": "nvidia.com/gpu", "effect": "NoSchedule"}

    patch = giving_up(Node("a", "41", "a", (gpu, UNHEARD)), NOW)

    assert patch["metadata"] == {"resourceVersion": "41"}
    assert patch["spec"]["taints"] == [gpu, UNHEARD, {**LEFT, "timeAdded": NOW}]


def test_a_node_is_read_as_the_api_server_writes_it() -> None:
    labels = {ZONE: "us-west-2a"}
    manifest = {"metadata": {"name": "n", "resourceVersion": "7", "labels": labels}, "spec": {}}

    assert Node.of(manifest) == Node("n", "7", "us-west-2a", ())


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=5))
def test_who_is_given_up_leaves_nine_of_ten_nodes_elsewhere_that_are_heard(
    counts: list[tuple[int, int]],
) -> None:
    zones = [zone(str(index), heard, silent) for index, (heard, silent) in enumerate(counts)]
    nodes = [one for made in zones for one in made]

    gone = overdue(nodes)

    for index, (_, silent) in enumerate(counts):
        others = [one for one in nodes if one.zone != str(index)]
        alone = bool(others) and 10 * sum(one.silent for one in others) <= len(others)
        assert sum(one.zone == str(index) for one in gone) == (silent if alone else 0)
