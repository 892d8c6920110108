"""A stack's objects past every checker: what is written down, and what it comes to."""

import json
from pathlib import Path
from typing import Any

import pytest

from components.types import Manifest
from simulation.inspection.inspection import Checkers, inspection
from simulation.inspection.table import kinds, summary
from tests.simulation.inspection.objects import POD, TENANT

SEEN = [("Pod", "Pod.chat.llama-0"), ("Namespace", "Namespace.default.chat")]
CORE = {
    f"core.{kind}": {
        "type": "object",
        "x-kubernetes-group-version-kind": [{"group": "", "version": "v1", "kind": kind}],
    }
    for kind in ("Pod", "Namespace")
}


class Cluster:
    """An API server that describes two kinds."""

    def get(self, target: str) -> Any:
        assert target == "/openapi/v3/api/v1"
        return {"components": {"schemas": CORE}}


def program(folder: Path, name: str, answer: Any) -> Path:
    """A checker that says the same of everything."""
    (folder / f"{name}.json").write_text(json.dumps(answer))
    made = folder / name
    made.write_text(f"#!/bin/sh\ncat {folder / name}.json\n")
    made.chmod(0o700)
    return made


@pytest.fixture
def checkers(tmp_path: Path) -> Checkers:
    valid = [
        {"filename": f"/o/{name}.yaml", "kind": kind, "status": "statusValid", "msg": ""}
        for kind, name in SEEN
    ]
    failed = {"check_id": "CKV_NEW", "check_name": "be good", "resource": "Pod.chat.llama-0"}
    return Checkers(
        kubeconform=program(tmp_path, "kubeconform", {"resources": valid}),
        checkov=program(tmp_path, "checkov", {"results": {"failed_checks": [failed]}}),
    )


def test_every_object_and_every_schema_can_be_read_afterwards(
    checkers: Checkers, tmp_path: Path
) -> None:
    inspection(Cluster(), [TENANT, POD], checkers, tmp_path)

    written = {path.name for path in (tmp_path / "objects").iterdir()}
    assert written == {"Pod.chat.llama-0.yaml", "Namespace.default.chat.yaml"}
    described = {path.name for path in (tmp_path / "schemas").iterdir()}
    assert described == {"v1-v1-pod.json", "v1-v1-namespace.json"}


def test_an_object_that_was_asked_for_and_is_live_counts_once_as_it_is_live(
    checkers: Checkers, tmp_path: Path
) -> None:
    live: Manifest = {**POD, "spec": {**POD["spec"], "nodeName": "t4-0"}}

    found = inspection(Cluster(), [TENANT, POD, live], checkers, tmp_path)

    assert found.objects == (TENANT, live)
    assert kinds(found) == "1 Namespace, 1 Pod"


def test_a_finding_is_about_what_the_object_is(checkers: Checkers, tmp_path: Path) -> None:
    labelled = {**POD["metadata"], "labels": {"volcano.sh/job-name": "tune"}}

    found = inspection(Cluster(), [TENANT, {**POD, "metadata": labelled}], checkers, tmp_path)

    assert [one.kind for one in found.sorted.left] == ["Worker"]


def test_what_no_exception_covers_is_an_objection_and_a_figure_of_the_table(
    checkers: Checkers, tmp_path: Path
) -> None:
    found = inspection(Cluster(), [TENANT, POD], checkers, tmp_path)

    assert "CKV_NEW Pod.chat.llama-0: be good" in found.objections
    columns = [list(column.cells) for column in summary(found).columns]
    assert list(zip(*columns, strict=True)) == [
        ("kubeconform", "2", "2", "0", "0"),
        ("checkov", "1", "0", "0", "1"),
    ]
