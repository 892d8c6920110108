"""Where nodes are near each other: a group's nodes in one zone, and the zone, as HyperNodes.

With EFA the first is a placement group, which has one zone. Nodes belong by their labels, so those
that an autoscaler adds do, too (Volcano 1.15.1, topology.volcano.sh/v1alpha1).
"""

from collections.abc import Iterator, Mapping

from components.availability import ZONE
from components.node_group.scheduling import NODE_GROUP_LABEL
from components.types import Manifest

GROUP_TIER, ZONE_TIER = 1, 2
TIER_NAMES = {GROUP_TIER: "group-in-zone", ZONE_TIER: "zone"}


def hyper_nodes(zones: Mapping[str, tuple[str, ...]]) -> Iterator[Manifest]:
    """From the zones of each group: the groups' own first, then the zones that hold them."""
    for group, where in zones.items():
        for zone in where:
            labels = {NODE_GROUP_LABEL: group, ZONE: zone}
            member = {"type": "Node", "selector": {"labelMatch": {"matchLabels": labels}}}
            yield _hyper_node(_name(group, zone), GROUP_TIER, [member])
    for zone in sorted({zone for where in zones.values() for zone in where}):
        names = [_name(group, zone) for group, where in zones.items() if zone in where]
        yield _hyper_node(zone, ZONE_TIER, [_whole(name) for name in names])


def near() -> Manifest:
    """Of a gang that starts inside one group in one zone, or not at all."""
    return {"mode": "hard", "highestTierAllowed": GROUP_TIER}


def _name(group: str, zone: str) -> str:
    return f"{group}.{zone}"


def _whole(name: str) -> Manifest:
    return {"type": "HyperNode", "selector": {"exactMatch": {"name": name}}}


def _hyper_node(name: str, tier: int, members: list[Manifest]) -> Manifest:
    return {
        "apiVersion": "topology.volcano.sh/v1alpha1",
        "kind": "HyperNode",
        "metadata": {"name": name},
        "spec": {"tier": tier, "tierName": TIER_NAMES[tier], "members": members},
    }
