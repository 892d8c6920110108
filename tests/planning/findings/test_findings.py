"""Every warning and every refusal of a plan, as a named case."""

from typing import Any

import pytest

from planning.change.recorded import Resource
from planning.findings.all import findings
from planning.findings.finding import Finding
from planning.plan import plan
from stacks.config import StackConfig
from tests.planning.configs import models
from tests.planning.findings.cases import CASES, TODAY, WAIVER, groups, stack
from tests.support.stack import refusals


def found(raw: dict[str, Any]) -> list[Finding]:
    """The findings of a stack, whether or not `parse` would refuse it for one of them."""
    return findings(plan(StackConfig.model_validate(raw)), TODAY)


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_says(raw: dict[str, Any], expected: tuple[str, str, str]) -> None:
    assert expected in [(it.level, it.rule, it.about) for it in found(raw)]


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_what_is_a_refusal_is_refused_by_the_stack_file_too(
    raw: dict[str, Any], expected: tuple[str, str, str]
) -> None:
    paths = {".".join(map(str, problem.path)) for problem in refusals(raw)}

    assert (expected[2] in paths) == (expected[0] == "refusal")


@pytest.mark.parametrize(
    ("platform", "zones", "said"),
    [
        (None, ["a", "b"], ["without it, pods stay on the last of 2 silent nodes of a for 60 s"]),
        (None, ["a"], []),
        ("provided", ["a", "b"], []),
        ({}, ["a", "b"], []),
    ],
)
def test_how_long_a_lost_zone_is_kept_is_said_where_somebody_could_give_it_up_at_once(
    platform: Any, zones: list[str], said: list[str]
) -> None:
    nodes = groups(zones=zones, min_nodes=3)
    raw = stack(platform={"zone_tainter": platform}, node_groups=nodes)

    assert [it.what for it in found(raw) if it.rule == "zone-given-up-slowly"] == said


def test_every_finding_says_what_to_do() -> None:
    assert all(it.mend for raw, _ in CASES.values() for it in found(raw))


def test_a_large_enough_stack_with_everything_stated_has_nothing_to_warn_of() -> None:
    twice = {"min_replicas": 2, "max_replicas": 2}
    quiet = stack(
        node_groups=groups(min_nodes=3),
        models=models(m={"scaling": twice}),
        planning={"quotas": {"g_vcpus": 64}},
    )

    assert not found(quiet)


def test_a_knative_revision_is_told_how_long_it_takes() -> None:
    slow = {"startup": {"engine_seconds": 700}, "mode": "knative"}
    rules = {finding.rule for finding in found(stack(models=models(m=slow)))}

    assert "model-start-called-failed" not in rules


def test_a_waiver_of_a_policy_is_unused_only_where_the_policies_were_asked() -> None:
    waiver = WAIVER | {"rule": "image-pinned", "about": "Pod.x", "expires": "2026-11-22"}
    planned = plan(StackConfig.model_validate(stack(planning={"waivers": [waiver]})))
    namespace = Resource(type="kubernetes:core/v1:Namespace", name="a", inputs={})

    assert "waiver-unused" not in {it.rule for it in findings(planned, TODAY)}
    assert "waiver-unused" in {it.rule for it in findings(planned, TODAY, [namespace])}
