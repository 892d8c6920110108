"""What an object is, where one kind is two things."""

import pytest

from components.types import Manifest
from simulation.inspection.identity import nature


def made(version: str, kind: str, **labels: str) -> Manifest:
    return {"apiVersion": version, "kind": kind, "metadata": {"name": "a", "labels": labels}}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (made("batch.volcano.sh/v1alpha1", "Job"), "VolcanoJob"),
        (made("batch/v1", "Job"), "Job"),
        (made("v1", "Pod", **{"volcano.sh/job-name": "tune"}), "Worker"),
        (made("v1", "Pod", app="server"), "Pod"),
        ({"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "chat"}}, "Namespace"),
    ],
)
def test_volcano_s_jobs_and_their_workers_are_told_from_kubernetes_own(
    given: Manifest, expected: str
) -> None:
    assert nature(given) == expected
