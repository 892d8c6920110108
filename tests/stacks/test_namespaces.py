from stacks.namespaces import WALLS, namespaces
from stacks.parse import parse
from stacks.releases.all import releases
from tests.support.everything import EVERYTHING, WITH_DRA
from tests.support.stack import STACK

PRIVILEGED = {
    *("dra-driver-nvidia-gpu", "efa-device-plugin", "gpu-operator"),
    *("kserve", "logging", "monitoring"),
}
"""Each says why in its values file; kserve only where models are cached on the nodes' disks."""


def test_every_release_moves_into_a_walled_namespace() -> None:
    for config in (EVERYTHING, WITH_DRA):
        homes = {home for release in releases(config) for home in release.homes()}
        assert homes - {"kube-system"} | {"zone-tainter"} == set(namespaces(config))


def test_a_zone_tainter_that_is_left_out_has_no_namespace() -> None:
    assert "zone-tainter" not in namespaces(parse({**STACK, "platform": {"zone_tainter": None}}))


def test_no_other_namespace_is_privileged_than_those_that_say_why() -> None:
    levels = {**namespaces(EVERYTHING), **namespaces(WITH_DRA)}

    assert {name for name, wall in levels.items() if wall.level == "privileged"} == PRIVILEGED


def test_kserve_is_restricted_where_nothing_is_cached_on_nodes() -> None:
    assert namespaces(parse(STACK))["kserve"].level == "restricted"


def test_only_what_this_stack_installs_has_a_namespace() -> None:
    assert set(namespaces(parse(STACK))) < set(WALLS)


def test_prometheus_reaches_everybody_and_keda_reaches_prometheus() -> None:
    monitoring = namespaces(EVERYTHING)["monitoring"]

    assert monitoring.egress_ports is None
    assert any(o.source == "keda" and 9090 in o.ports for o in monitoring.openings)
