"""Checkov's answer, and what it may ask of the network."""

from pathlib import Path

import pytest

from simulation.inspection import checkov
from simulation.inspection.failure import CheckerFailed
from simulation.inspection.scan import Finding

ONE = {"check_id": "CKV_K8S_43", "check_name": "Use digest", "resource": "Pod.chat.llama-0"}
TWO = {**ONE, "resource": "Deployment.chat.llama"}


def test_its_failed_checks_become_findings_and_all_checked_objects_are_seen() -> None:
    scan = checkov.read({"results": {"passed_checks": [TWO], "failed_checks": [ONE]}})

    assert scan.findings == (Finding("CKV_K8S_43", "Pod", "Pod.chat.llama-0", "Use digest"),)
    assert scan.seen == {"Pod.chat.llama-0", "Deployment.chat.llama"}
    assert scan.passed == 1


def test_its_answer_to_an_empty_folder_has_seen_nothing() -> None:
    nothing = {"passed": 0, "failed": 0, "skipped": 0, "parsing_errors": 0, "resource_count": 0}

    assert checkov.read(nothing).seen == frozenset()


def test_it_has_no_way_out_and_no_account() -> None:
    told = checkov.environment({"PATH": "/bin", "BC_API_KEY": "secret", "https_proxy": "proxy:80"})

    assert told["https_proxy"] == told["HTTP_PROXY"] == checkov.NOWHERE
    assert told["PATH"] == "/bin"
    assert "BC_API_KEY" not in told


def test_where_it_is_not_installed_it_says_what_installs_it(tmp_path: Path) -> None:
    with pytest.raises(CheckerFailed, match="make check"):
        checkov.run(tmp_path / "checkov", tmp_path)


def test_its_last_words_are_heard_where_it_gives_no_answer(tmp_path: Path) -> None:
    program = tmp_path / "checkov"
    program.write_text("#!/bin/sh\necho 'no such framework' >&2\nexit 2\n")
    program.chmod(0o700)

    with pytest.raises(CheckerFailed, match="no such framework"):
        checkov.run(program, tmp_path)
