"""What KEDA is told beyond its chart's defaults."""

import pytest

from components.keda.values import PARTS, values
from components.platform.site import Site

MADE = values(Site())


def test_scaled_objects_outlive_an_uninstall() -> None:
    assert MADE["crds"]["additionalAnnotations"] == {"helm.sh/resource-policy": "keep"}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_survives_a_zone_and_a_drain(part: str) -> None:
    key, app = PARTS[part]

    assert MADE[part]["replicaCount"] == 2
    assert MADE["podDisruptionBudget"][key] == {"maxUnavailable": 1}
    [rule] = MADE["topologySpreadConstraints"][part]
    assert rule["labelSelector"] == {"matchLabels": {"app": app}}


def test_one_replica_never_blocks_a_drain() -> None:
    assert set(map(str, values(Site(replicas=1))["podDisruptionBudget"].values())) == {"{}"}


@pytest.mark.parametrize("monitored", [True, False])
def test_every_part_is_measured_and_scraped_where_somebody_scrapes(monitored: bool) -> None:
    for part in values(Site(monitored=monitored))["prometheus"].values():
        assert part == {"enabled": True, "serviceMonitor": {"enabled": monitored}}
