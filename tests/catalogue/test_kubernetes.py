"""What is known about Kubernetes versions."""

from catalogue.kubernetes_versions import COLLECTED, kubernetes_versions
from catalogue.regions import offered


def test_extended_support_outlasts_standard_support() -> None:
    assert all(
        version.standard_until is None or version.standard_until < version.extended_until
        for version in kubernetes_versions().values()
    )


def test_a_version_is_in_standard_support_at_the_day_the_table_was_read() -> None:
    until = [version.standard_until for version in kubernetes_versions().values()]

    assert any(end is not None and end > COLLECTED for end in until)


def test_a_region_offers_what_its_price_list_has() -> None:
    ireland = offered("eu-west-1")

    assert ireland is not None
    assert {"g5.2xlarge", "p4d.24xlarge"} <= ireland
    assert not {"g6.xlarge", "g6e.2xlarge", "p5.48xlarge"} & ireland


def test_what_is_sold_in_reservations_only_is_not_missing() -> None:
    assert "p5e.48xlarge" in (offered("us-west-2") or ())


def test_nothing_is_known_of_a_region_without_a_price_list() -> None:
    assert offered("sa-east-1") is None
