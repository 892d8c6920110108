"""What Envoy Gateway and the chart of its kinds are told beyond their defaults."""

from components.gateway.values import crd_values, values
from components.platform.site import Site


def test_only_kinds_of_the_stable_channel_come_in() -> None:
    assert crd_values()["crds"]["gatewayAPI"] == {"enabled": True, "channel": "standard"}


def test_the_policy_that_guards_those_kinds_has_one_owner() -> None:
    assert values(Site())["crds"] == {"gatewayAPI": {"safeUpgradePolicy": {"enabled": False}}}


def test_a_drain_leaves_one_controller_and_one_replica_never_blocks_it() -> None:
    assert values(Site())["podDisruptionBudget"] == {"minAvailable": 1}
    assert values(Site(replicas=1))["podDisruptionBudget"] == {"minAvailable": 0}


def test_its_replicas_are_in_different_zones() -> None:
    [rule] = values(Site())["deployment"]["pod"]["topologySpreadConstraints"]

    assert rule["topologyKey"] == "topology.kubernetes.io/zone"
