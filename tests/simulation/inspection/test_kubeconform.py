"""kubeconform's answer."""

from pathlib import Path

import pytest

from simulation.inspection import kubeconform
from simulation.inspection.failure import CheckerFailed
from simulation.inspection.scan import Finding

VALID = {"filename": "/o/Pod.chat.a.yaml", "kind": "Pod", "status": "statusValid", "msg": ""}
INVALID = {**VALID, "filename": "/o/Pod.chat.b.yaml", "status": "statusInvalid", "msg": "oops"}
UNKNOWN = {**VALID, "filename": "/o/X.chat.c.yaml", "status": "statusError", "msg": "no schema"}


def test_what_is_invalid_or_has_no_schema_becomes_a_finding() -> None:
    scan = kubeconform.read({"resources": [VALID, INVALID, UNKNOWN]})

    assert scan.findings == (
        Finding("schema", "Pod", "Pod.chat.b", "oops"),
        Finding("schema", "Pod", "X.chat.c", "no schema"),
    )
    assert scan.passed == 1


def test_it_has_seen_every_object_it_names() -> None:
    scan = kubeconform.read({"resources": [VALID, INVALID]})

    assert scan.seen == {"Pod.chat.a", "Pod.chat.b"}


def test_its_last_words_are_heard_where_it_gives_no_answer(tmp_path: Path) -> None:
    program = tmp_path / "kubeconform"
    program.write_text("#!/bin/sh\necho 'flag provided but not defined' >&2\nexit 1\n")
    program.chmod(0o700)

    with pytest.raises(CheckerFailed, match="not defined"):
        kubeconform.run(program, tmp_path, tmp_path)
