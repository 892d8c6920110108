"""Why an inspection fails."""

from collections.abc import Iterable

from components.types import Manifest
from simulation.inspection.exceptions import Exempt, sort
from simulation.inspection.identity import identity
from simulation.inspection.objections import objections
from simulation.inspection.scan import Finding, Scan
from tests.simulation.inspection.objects import DEPLOYMENT, POD, TENANT

BOTH = {"Pod.chat.llama-0", "Namespace.default.chat"}
FINDING = Finding("CKV_K8S_20", "Pod", "Pod.chat.llama-0", "may escalate")


def said(objects: list[Manifest], scans: Iterable[Scan], *exempt: Exempt) -> list[str]:
    known = tuple(scans)
    return list(objections(objects, known, sort((f for s in known for f in s.findings), exempt)))


def scan(tool: str, seen: set[str], *findings: Finding) -> Scan:
    return Scan(tool, frozenset(seen), passed=1, findings=findings)


def test_what_everybody_has_seen_and_nobody_minds_is_clean() -> None:
    scans = [scan("kubeconform", BOTH), scan("checkov", {"Pod.chat.llama-0"})]

    assert said([POD, TENANT], scans) == []


def test_a_finding_is_an_objection() -> None:
    scans = [scan("checkov", BOTH, FINDING)]

    assert said([POD], scans) == ["CKV_K8S_20 Pod.chat.llama-0: may escalate"]


def test_a_finding_that_is_excepted_is_none() -> None:
    known = Exempt(check="CKV_K8S_20", kinds=("Pod",), reason="argued at some length")

    assert said([POD], [scan("checkov", BOTH, FINDING)], known) == []


def test_an_exception_without_a_finding_is_an_objection() -> None:
    stale = Exempt(check="CKV_K8S_20", kinds=("Pod",), reason="argued at some length")

    [text] = said([POD], [scan("checkov", BOTH)], stale)
    assert "CKV_K8S_20 (Pod) matches nothing" in text


def test_an_exception_for_what_is_not_there_is_not_missed() -> None:
    elsewhere = Exempt(check="CKV_K8S_8", kinds=("Worker",), reason="argued at some length")

    assert said([POD], [scan("checkov", BOTH)], elsewhere) == []


def test_a_scan_of_nothing_fails() -> None:
    assert said([POD], [scan("checkov", set())]) == ["checkov has scanned nothing"]


def test_a_stack_without_pods_fails() -> None:
    [text] = said([TENANT], [scan("kubeconform", BOTH)])
    assert "no Pod to look at" in text


def test_a_deployment_without_pods_fails() -> None:
    refused = {**DEPLOYMENT, "metadata": {"name": "refused", "namespace": "chat"}}
    scans = [scan("checkov", {identity(made) for made in (POD, DEPLOYMENT, refused)})]

    assert said([POD, DEPLOYMENT, refused], scans) == [
        "Deployment.chat.refused has no Pod to look at"
    ]


def test_a_deployment_that_asks_for_no_pods_needs_none() -> None:
    stopped = {**DEPLOYMENT, "metadata": {"name": "stopped"}, "spec": {"replicas": 0}}

    assert said([POD, stopped], [scan("checkov", {identity(POD), identity(stopped)})]) == []


def test_an_object_that_a_checker_passed_over_fails() -> None:
    scans = [scan("kubeconform", {"Pod.chat.llama-0"}), scan("checkov", {"Namespace.default.chat"})]

    assert said([POD, TENANT], scans) == [
        "kubeconform has not looked at Namespace.default.chat",
        "checkov has not looked at Pod.chat.llama-0",
    ]
