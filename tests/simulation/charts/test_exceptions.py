"""What is argued beside the values, and what becomes of a finding."""

from pathlib import Path

import pytest

from simulation.charts.exceptions import EVERY, argued, verdict
from simulation.inspection.exceptions import exceptions
from simulation.inspection.scan import Finding
from stacks.releases.all import releases
from tests.support.everything import WITH_DRA

PRIVILEGED = Finding("CKV_K8S_16", "DaemonSet", "DaemonSet.a.b", "privileged")
RELEASES = {release.name for release in releases(WITH_DRA)}


def test_every_exception_is_argued_for_a_release_that_there_is() -> None:
    assert argued().keys() <= RELEASES


def test_every_reason_is_one_line() -> None:
    said = [*exceptions(EVERY), *(exempt for entries in argued().values() for exempt in entries)]

    assert said
    assert all("\n" not in exempt.reason and len(exempt.reason) < 110 for exempt in said)


def test_an_exception_covers_its_own_release_only() -> None:
    assert not [left for left in _left("dra-driver-nvidia-gpu") if left[1] == PRIVILEGED]
    assert _left("valkey") == (("valkey", PRIVILEGED),)


def test_an_exception_that_nothing_needs_is_named() -> None:
    assert "volcano: CKV_K8S_155" in verdict([], ["volcano"]).unused
    assert not [text for text in verdict([], ["keda"]).unused if "volcano" in text]


def test_two_folders_that_argue_for_one_release_are_an_error(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        (tmp_path / "components" / folder).mkdir(parents=True)
        (tmp_path / "components" / folder / "exceptions.yaml").write_text("keda: []\n")

    with pytest.raises(ValueError, match="keda has its exceptions in another folder too"):
        argued(tmp_path)


def _left(release: str) -> tuple[tuple[str, Finding], ...]:
    return verdict([(release, PRIVILEGED)], []).left
