"""The workflows run what was looked at: each action by commit, the plan without credentials."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

WORKFLOWS = sorted((Path(__file__).parents[1] / ".github" / "workflows").glob("*.yaml"))
PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text())
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_commit_with_its_release_beside_it(path: Path) -> None:
    used = [line.strip(" -") for line in path.read_text().splitlines() if "uses:" in line]

    assert used
    assert not [line for line in used if not PINNED.match(line)]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_read_and_each_job_says_what_more_it_may(path: Path) -> None:
    workflow = read(path)

    assert workflow["permissions"] == {"contents": "read"}
    assert all("permissions" in job for job in workflow["jobs"].values())


def test_the_plan_asks_for_no_credentials() -> None:
    [path] = [path for path in WORKFLOWS if path.name == "plan.yaml"]
    plan = read(path)["jobs"]["plan"]

    assert "id-token" not in plan["permissions"]
    assert "secrets." not in yaml.safe_dump(plan)


def test_the_plan_ends_with_the_status_of_refusals_and_policies() -> None:
    [path] = [path for path in WORKFLOWS if path.name == "plan.yaml"]
    *_, last = read(path)["jobs"]["plan"]["steps"]

    assert last["run"] == 'exit "$status"'
