from typing import Any

import pytest

from simulation.gameday.targets import NothingThere, busiest_node, zone_nodes


def node(name: str, group: str, zone: str) -> dict[str, Any]:
    labels = {"simulation.gpu-inference/node": group, "topology.kubernetes.io/zone": zone}
    return {"metadata": {"name": name, "labels": labels}}


def pod(on: str, preemptable: str = "false") -> dict[str, Any]:
    return {
        "metadata": {
            "labels": {"serving.kserve.io/inferenceservice": "chat"},
            "annotations": {"volcano.sh/preemptable": preemptable},
        },
        "spec": {"nodeName": on},
    }


NODES = [node("a0", "a10g", "east"), node("a1", "a10g", "west"), node("t0", "t4", "west")]


def test_the_node_that_serves_most_is_struck() -> None:
    assert busiest_node(NODES, [pod("a0"), pod("t0"), pod("t0")], None) == "t0"


def test_a_named_group_is_struck_in_its_own_nodes() -> None:
    assert busiest_node(NODES, [pod("a1"), pod("t0"), pod("t0")], "a10g") == "a1"


def test_what_may_be_preempted_does_not_draw_the_blow() -> None:
    assert busiest_node(NODES, [pod("a0"), pod("t0", "true"), pod("t0", "true")], None) == "a0"


def test_a_blow_that_would_hit_nobody_is_refused() -> None:
    with pytest.raises(NothingThere, match="no node of l40s serves"):
        busiest_node(NODES, [pod("a0")], "l40s")
    with pytest.raises(NothingThere, match="no zone serves"):
        zone_nodes(NODES, [], None)


def test_a_zone_is_struck_whole() -> None:
    assert zone_nodes(NODES, [pod("a1"), pod("t0"), pod("a0")], None) == ("west", ["a1", "t0"])
    assert zone_nodes(NODES, [pod("a1")], "east") == ("east", ["a0"])
