"""Which Kubernetes versions a cluster may have."""

from typing import Any

import pytest

from tests.support.eks import on_eks
from tests.support.stack import refusals

END = "standard support of 1.34 ends 2026-12-02"


def said(**changes: Any) -> list[str]:
    return [problem.what for problem in refusals(on_eks(**changes))]


def test_a_version_at_the_end_of_its_standard_support_is_refused() -> None:
    assert END in said(cluster__eks__kubernetes="1.34")


def test_whoever_pays_for_extended_support_may_keep_it() -> None:
    what = said(cluster__eks__kubernetes="1.34", cluster__eks__support="extended")

    assert not [text for text in what if "support" in text]


@pytest.mark.parametrize("version", ["1.34", "1.36"])
def test_a_version_without_a_pinned_image_and_add_ons_is_refused(version: str) -> None:
    assert f"{version} has no pinned image and add-ons" in said(cluster__eks__kubernetes=version)


def test_a_version_that_nobody_heard_of_is_refused() -> None:
    assert "EKS does not run 1.99" in said(cluster__eks__kubernetes="1.99")
