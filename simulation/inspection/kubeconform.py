"""kubeconform: every object against the schema of its kind, strictly."""

import json
import subprocess
from pathlib import Path
from typing import Any

from simulation.inspection.failure import CheckerFailed
from simulation.inspection.scan import Finding, Scan
from simulation.inspection.schemas import LOCATION

TOOL = "kubeconform"
VALID = "statusValid"


def run(program: Path, objects: Path, schemas: Path) -> Scan:
    """Only local schemas are named, so that none is looked for anywhere else."""
    flags = ["-strict", "-verbose", "-output", "json"]
    location = ["-schema-location", f"{schemas}/{LOCATION}"]
    done = subprocess.run(
        [program, *flags, *location, objects], capture_output=True, text=True, check=False
    )
    try:
        return read(json.loads(done.stdout))
    except (ValueError, KeyError) as error:
        raise CheckerFailed(TOOL, done.stderr or done.stdout) from error


def read(answer: Any) -> Scan:
    """Its answer; a kind without a schema is a finding too."""
    resources = answer["resources"]
    findings = [_finding(one) for one in resources if one["status"] != VALID]
    return Scan(
        tool=TOOL,
        seen=frozenset(_identity(one) for one in resources),
        passed=len(resources) - len(findings),
        findings=tuple(sorted(findings)),
    )


def _finding(one: Any) -> Finding:
    return Finding("schema", one["kind"], _identity(one), one["msg"])


def _identity(one: Any) -> str:
    """It does not tell the namespace: the file is named after all that an object is called."""
    return Path(one["filename"]).stem
