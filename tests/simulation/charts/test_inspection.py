"""What becomes of rendered releases, with checkers that the test writes."""

import json
from pathlib import Path
from typing import Any, cast

import pytest

from components.helm.spec import Chart, Release
from components.namespace.spec import NamespaceSpec
from simulation.charts.inspection import WALL, Inspector, Judged
from simulation.charts.set import Installed
from simulation.control_plane.api import Api
from simulation.inspection.inspection import Checkers
from tests.simulation.charts.server import Server

CHART = Chart(name="c", repository="https://charts.example", version="1")
CRD: dict[str, Any] = {
    "apiVersion": "apiextensions.k8s.io/v1",
    "kind": "CustomResourceDefinition",
    "metadata": {"name": "oxen.example.org"},
    "spec": {
        "group": "example.org",
        "names": {"kind": "Ox", "plural": "oxen"},
        "scope": "Namespaced",
        "versions": [{"name": "v1", "served": True}],
    },
}
OX = {"apiVersion": "example.org/v1", "kind": "Ox", "metadata": {"name": "ox"}}
ROLE = {
    "apiVersion": "rbac.authorization.k8s.io/v1",
    "kind": "ClusterRole",
    "metadata": {"name": "role", "namespace": "by-mistake", "creationTimestamp": None},
}
ACCOUNT = {"apiVersion": "v1", "kind": "ServiceAccount", "metadata": {"name": "account"}}
DEPLOYMENT = {
    "apiVersion": "apps/v1",
    "kind": "Deployment",
    "metadata": {"name": "server", "namespace": "elsewhere"},
    "spec": {"template": {"metadata": {"labels": {"a": "b"}}, "spec": {"containers": []}}},
}


def installed(name: str, *objects: dict[str, Any]) -> Installed:
    return Installed(Release(name=name, namespace="home", chart=CHART), objects)


def program(file: Path, answer: object) -> Path:
    file.write_text(f"#!/bin/sh\ncat <<'END'\n{json.dumps(answer)}\nEND\n")
    file.chmod(0o755)
    return file


@pytest.fixture
def inspector(tmp_path: Path) -> Inspector:
    return _inspector(tmp_path, Server("ox", "server-deployment"))


def judged(inspector: Inspector, *more: Installed) -> Judged:
    walls = {"home": NamespaceSpec(level="baseline")}
    kinds = installed("kinds", CRD)
    return inspector.judge([kinds, installed("user", OX, ROLE, ACCOUNT, DEPLOYMENT), *more], walls)


def test_a_refusal_is_of_the_release_whose_object_it_is(inspector: Inspector) -> None:
    found = {one.about: (name, one.text) for name, one in judged(inspector).findings()}

    assert found["Ox.home.ox"] == ("user", "ox is forbidden")


def test_the_pod_of_a_workload_is_judged_where_its_workload_is(inspector: Inspector) -> None:
    found = {one.about: name for name, one in judged(inspector).findings()}

    assert found["Pod.elsewhere.server-deployment"] == "user"


def test_what_a_checker_says_of_no_release_is_not_lost(tmp_path: Path) -> None:
    check = {"check_id": "CKV2", "resource": "Pod.home.unheard-of", "check_name": "a wall"}
    answer = {"results": {"failed_checks": [check]}}

    found = judged(_inspector(tmp_path, Server(), answer)).findings()

    assert [(name, one.check) for name, one in found] == [(WALL, "CKV2")]


def test_a_kind_is_asked_for_by_the_plural_that_its_crd_gives_it(inspector: Inspector) -> None:
    judged(inspector)

    assert "oxen" in cast(Server, inspector.api).plurals


def test_namespaces_and_accounts_are_there_before_any_pod(inspector: Inspector) -> None:
    judged(inspector)

    assert cast(Server, inspector.api).given == [
        *("Namespace elsewhere", "Namespace home", "ServiceAccount account")
    ]


def test_an_object_of_two_charts_is_named(inspector: Inspector) -> None:
    assert judged(inspector, installed("other", ROLE)).twice == ("ClusterRole.default.role",)


def test_what_is_written_is_where_helm_would_put_it_and_without_nulls(inspector: Inspector) -> None:
    judged(inspector)

    written = {file.stem: file.read_text() for file in (inspector.folder / "objects").glob("*")}
    assert "creationTimestamp" not in written["ClusterRole.default.role"]
    assert {"Ox.home.ox", "Deployment.elsewhere.server"} <= written.keys()
    assert "baseline" in written["Namespace.default.home"]


def _inspector(folder: Path, server: Server, said: object | None = None) -> Inspector:
    checkers = Checkers(
        kubeconform=program(folder / "kubeconform", {"resources": []}),
        checkov=program(folder / "checkov", said or {"passed": 0}),
    )
    return Inspector(cast(Api, server), checkers, folder / "state")
