"""What we live with, and why."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from simulation.inspection.exceptions import Exempt, exceptions, sort
from simulation.inspection.scan import Finding

DIGEST = Exempt(check="CKV_K8S_43", kinds=("Pod",), reason="no registry answers here")
ON_POD = Finding("CKV_K8S_43", "Pod", "Pod.chat.a", "Use digest")
ON_JOB = Finding("CKV_K8S_43", "Job", "Job.chat.a", "Use digest")


def test_an_exception_covers_its_rule_for_its_kinds_only() -> None:
    found = sort([ON_POD, ON_JOB], [DIGEST])

    assert found.excepted == (ON_POD,)
    assert found.left == (ON_JOB,)


def test_an_exception_that_nothing_needs_is_told() -> None:
    assert sort([ON_JOB], [DIGEST]).unused == (DIGEST,)


def test_every_exception_in_the_file_is_argued() -> None:
    assert all(len(exempt.reason) > len(exempt.check) for exempt in exceptions())


@pytest.mark.parametrize(
    "entry",
    [
        "{checks: [A], kinds: [Pod]}",
        "{checks: [A], kinds: [Pod], reason: short}",
        "{checks: [A], kinds: [], reason: argued at some length}",
        "{checks: [], kinds: [Pod], reason: argued at some length}",
        "{checks: [A], kind: Pod, reason: argued at some length}",
    ],
)
def test_an_exception_without_reason_or_kind_is_refused(entry: str, tmp_path: Path) -> None:
    file = tmp_path / "exceptions.yaml"
    file.write_text(f"[{entry}]")

    with pytest.raises(ValidationError):
        exceptions(file)
