"""What cert-manager is told beyond its chart's defaults."""

import pytest

from components.cert_manager.values import values
from components.platform.site import Site

MADE = values(Site())


def test_certificates_outlive_an_uninstall() -> None:
    assert MADE["crds"] == {"enabled": True, "keep": True}


@pytest.mark.parametrize("part", ["webhook", "cainjector"])
def test_every_part_survives_a_zone_and_a_drain(part: str) -> None:
    assert MADE[part]["replicaCount"] == MADE["replicaCount"] == 2
    assert MADE[part]["podDisruptionBudget"] == {"enabled": True}
    [rule] = MADE[part]["topologySpreadConstraints"]
    assert rule["labelSelector"] == {"matchLabels": {"app.kubernetes.io/component": part}}


def test_one_replica_never_blocks_a_drain() -> None:
    assert values(Site(replicas=1))["webhook"]["podDisruptionBudget"] == {"enabled": False}


def test_the_part_that_holds_every_secret_in_memory_gets_the_most() -> None:
    memory = {
        part: MADE[part]["resources"]["limits"]["memory"] for part in ("webhook", "cainjector")
    }

    assert memory == {"webhook": "256Mi", "cainjector": "512Mi"}


def test_nothing_asks_for_a_monitor_where_nobody_has_the_kind() -> None:
    made = values(Site(monitored=False))

    assert made["prometheus"] == {"servicemonitor": {"enabled": False}}
