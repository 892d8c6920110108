"""A job is refused where it could lose too much, or could never start."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.stack import JOB, STACK, changed, refusals, refused_at

CASES = yaml.safe_load(Path(__file__).with_name("jobs.yaml").read_text())


def stack(job: dict[str, Any], **sections: dict[str, Any]) -> dict[str, Any]:
    made = changed("jobs.tune", JOB | job)
    for section, entries in sections.items():
        for key, entry in entries.items():
            made[section][key] = STACK[section].get(key, {}) | entry
    return made


@pytest.mark.parametrize("case", CASES["refused"].values(), ids=CASES["refused"].keys())
def test_refuses(case: dict[str, Any]) -> None:
    refused = refused_at(stack(case["job"], **case.get("stack", {})), case["at"])

    assert case["says"] in refused


@pytest.mark.parametrize("case", CASES["accepted"].values(), ids=CASES["accepted"].keys())
def test_accepts(case: dict[str, Any]) -> None:
    assert not refusals(stack(case["job"], **case.get("stack", {})))
