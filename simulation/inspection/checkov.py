"""Checkov: the security rules for workloads that the trade agrees on."""

import json
import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from simulation.inspection.failure import CheckerFailed
from simulation.inspection.scan import Finding, Scan

TOOL = "checkov"
NOWHERE = "http://127.0.0.1:9"
FLAGS = ("--framework", "kubernetes", "--skip-download", "--compact", "-o", "json")


def run(program: Path, objects: Path) -> Scan:
    """On this machine alone: it has nothing to fetch, and whatever it tries leads nowhere."""
    if not program.is_file():
        raise CheckerFailed(TOOL, f"it is not installed at {program}; `make check` installs it")
    done = subprocess.run(
        [program, *FLAGS, "--directory", objects],
        env=environment(os.environ),
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return read(json.loads(done.stdout))
    except (ValueError, KeyError) as error:
        raise CheckerFailed(TOOL, done.stderr or done.stdout) from error


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """No look for updates, no account, a proxy where nobody listens; and hidden folders are read:
    `.simulation` is one."""
    silent = {"CKV_SKIP_PACKAGE_UPDATE_CHECK": "true", "CKV_IGNORE_HIDDEN_DIRECTORIES": "false"}
    proxies = dict.fromkeys(("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"), NOWHERE)
    kept = {key: value for key, value in ours.items() if not key.startswith(("BC_", "PRISMA_"))}
    return {**kept, **silent, **proxies}


def read(answer: Any) -> Scan:
    """Its answer; where it found nothing to look at it gives bare figures, and no results."""
    results = answer.get("results", {})
    passed = results.get("passed_checks", [])
    failed = results.get("failed_checks", [])
    return Scan(
        tool=TOOL,
        seen=frozenset(one["resource"] for one in (*passed, *failed)),
        passed=len(passed),
        findings=tuple(sorted(_finding(one) for one in failed)),
    )


def _finding(one: Any) -> Finding:
    kind = one["resource"].partition(".")[0]
    return Finding(one["check_id"], kind, one["resource"], one["check_name"])
