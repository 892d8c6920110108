"""What is known about Kubernetes versions."""

import pytest

from catalogue.kubernetes_versions import COLLECTED, kubernetes_versions
from catalogue.kubernetes_windows import KubernetesWindow, kubernetes_windows
from catalogue.regions import offered


def test_extended_support_outlasts_standard_support() -> None:
    assert all(
        version.standard_until is None or version.standard_until < version.extended_until
        for version in kubernetes_versions().values()
    )


def test_some_version_is_in_standard_support_and_in_every_operators_window() -> None:
    assert [
        version.name
        for version in kubernetes_versions().values()
        if version.standard_until
        and version.standard_until > COLLECTED
        and all(window.holds(version.name) for window in kubernetes_windows())
    ] == ["1.34", "1.35"]


@pytest.mark.parametrize(
    ("version", "inside"), [("1.9", False), ("1.10", True), ("1.35", True), ("1.36", False)]
)
def test_a_window_counts_versions_and_does_not_sort_text(version: str, inside: bool) -> None:
    window = KubernetesWindow(component="x", version="1", oldest="1.10", newest="1.35")

    assert window.holds(version) is inside


def test_a_region_offers_what_its_price_list_has() -> None:
    ireland = offered("eu-west-1")

    assert ireland is not None
    assert {"g5.2xlarge", "p4d.24xlarge"} <= ireland
    assert not {"g6.xlarge", "g6e.2xlarge", "p5.48xlarge"} & ireland


def test_what_is_sold_in_reservations_only_is_not_missing() -> None:
    assert "p5e.48xlarge" in (offered("us-west-2") or ())


def test_nothing_is_known_of_a_region_without_a_price_list() -> None:
    assert offered("sa-east-1") is None
