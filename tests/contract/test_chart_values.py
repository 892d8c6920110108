"""Every value that we set is one that its chart knows, of the type that it has there."""

from collections.abc import Iterator
from typing import Any

import pytest

from components.helm.spec import Release
from stacks.releases.all import releases
from tests.support.chart_values import CHARTS, complaints, described
from tests.support.everything import EVERYTHING

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CHARTS.is_dir(), reason=f"the charts' values are not at {CHARTS}"),
]
WITH_VALUES = {r.name: r for r in releases(EVERYTHING) if r.values}
WITHOUT_A_FILE = {"gateway-crds", "envoy-gateway", "efa-device-plugin"}
"""Not collected in shared/; rendered with the charts themselves instead."""
CHECKED = {name: r for name, r in WITH_VALUES.items() if name not in WITHOUT_A_FILE}


def test_every_other_chart_is_compared() -> None:
    assert all(described(release.chart.name) for release in CHECKED.values())
    assert len(CHECKED) >= 18


@pytest.mark.parametrize("release", CHECKED.values(), ids=CHECKED)
def test_the_chart_knows_every_value(release: Release) -> None:
    assert complaints(release.chart.name, release.values) == []


@pytest.mark.parametrize("release", CHECKED.values(), ids=CHECKED)
def test_a_misspelt_key_is_noticed(release: Release) -> None:
    for wrong in _misspelt(release.values):
        assert complaints(release.chart.name, wrong)


def _misspelt(values: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A copy for each key of the two upper levels, with that key misspelt."""
    for key, value in values.items():
        yield {**{k: v for k, v in values.items() if k != key}, f"{key}x": value}
