from components.availability import ZONE
from components.hyper_node.manifest import hyper_nodes, near
from components.node_group.scheduling import NODE_GROUP_LABEL, node_labels
from components.node_group.spec import NodeGroupSpec
from components.types import Manifest
from simulation.nodes.manifest import node

GROUPS = {"a100": ("z-1",), "t4": ("z-1", "z-2")}


def made() -> dict[str, Manifest]:
    return {one["metadata"]["name"]: one["spec"] for one in hyper_nodes(GROUPS)}


def test_a_group_s_nodes_in_one_zone_are_nearest_and_a_zone_holds_all_its_groups() -> None:
    assert {name: spec["tier"] for name, spec in made().items()} == {
        "a100.z-1": 1,
        "t4.z-1": 1,
        "t4.z-2": 1,
        "z-1": 2,
        "z-2": 2,
    }
    assert [m["selector"]["exactMatch"]["name"] for m in made()["z-1"]["members"]] == [
        "a100.z-1",
        "t4.z-1",
    ]


def test_a_node_that_joins_later_belongs_by_the_labels_that_it_comes_with() -> None:
    [member] = made()["t4.z-2"]["members"]
    wanted = member["selector"]["labelMatch"]["matchLabels"]
    spec = NodeGroupSpec(instance_type="g4dn.xlarge", zones=GROUPS["t4"])
    late = node("t4", spec, 1)["metadata"]["labels"]

    assert wanted == {NODE_GROUP_LABEL: "t4", ZONE: "z-2"}
    assert wanted.items() <= late.items()
    assert NODE_GROUP_LABEL in node_labels("t4", spec)


def test_near_is_inside_the_lowest_tier_or_nowhere() -> None:
    assert near() == {"mode": "hard", "highestTierAllowed": 1}
