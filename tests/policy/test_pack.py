"""The pack says what the rules say, no more and no less, and keeps the stack's waivers."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from pulumi_policy import EnforcementLevel, ResourceValidationPolicy, StackValidationPolicy
from pulumi_policy.proxy import UNKNOWN_STRING_VALUE, unknown_checking_proxy

from planning.change.recorded import resources as recorded
from planning.policy.all import RULES, STACK_RULES
from planning.policy.rule import Rule, StackRule
from planning.spec import Waiver
from policy.pack import policies
from tests.planning.configs import ROOT

ALL: list[Rule | StackRule] = [*RULES, *STACK_RULES]
TODAY = date(2026, 11, 22)
WAIVER = Waiver(rule="image-pinned", about="Pod.x", reason="a test", expires=TODAY)


def reported(found: Any, *resources: SimpleNamespace) -> list[str]:
    """What `found` says of them."""
    said: list[str] = []

    def report(message: str, urn: str | None = None) -> None:
        said.append(message)

    whole = isinstance(found, StackValidationPolicy)
    for asked in [SimpleNamespace(resources=resources)] if whole else resources:
        found.validate(asked, report)
    return said


def resource(type: str, name: str = "x", **props: Any) -> SimpleNamespace:
    return handed(type, name, props, protect=False)


def handed(type: str, name: str, props: dict[str, Any], protect: bool | None) -> SimpleNamespace:
    """As the engine hands it to a policy: nothing in it is a dict or a list."""
    opts, wrapped = SimpleNamespace(protect=protect), unknown_checking_proxy(props)
    return SimpleNamespace(resource_type=type, name=name, props=wrapped, opts=opts, urn="urn:x")


def by_name(*waivers: Waiver) -> dict[str, Any]:
    return {found.name: found for found in policies(waivers, TODAY)}


POD = resource("kubernetes:core/v1:Pod", spec={"containers": [{"image": "vllm"}]})
BUCKET = resource("aws:s3/bucket:Bucket")


def test_has_one_policy_for_each_rule_with_its_level() -> None:
    found = by_name()

    assert set(found) == {rule.id for rule in ALL}
    assert found["limits"].enforcement_level == EnforcementLevel.MANDATORY
    assert found["protected"].enforcement_level == EnforcementLevel.ADVISORY


@pytest.mark.parametrize(
    ("rule", "bad"), [("image-pinned", POD), ("protected", BUCKET), ("bucket-encrypted", BUCKET)]
)
def test_reports_a_violation_with_what_to_do(rule: str, bad: SimpleNamespace) -> None:
    found = by_name()[rule]

    [message] = reported(found, bad)

    mend = next(r.mend for r in ALL if r.id == rule)
    assert message.endswith(mend)


def test_keeps_quiet_about_what_is_waived_and_about_nothing_else() -> None:
    found = by_name(WAIVER)

    assert not reported(found["image-pinned"], POD)
    assert isinstance(found["image-pinned"], ResourceValidationPolicy)
    assert reported(found["protected"], BUCKET)


def test_what_is_not_known_before_the_update_is_there_and_hides_nothing_else() -> None:
    cluster = resource(
        "eks:index:Cluster",
        encryptionConfigKeyArn=UNKNOWN_STRING_VALUE,
        tags={"owner": UNKNOWN_STRING_VALUE},
        endpointPublicAccess=True,
    )

    assert not reported(by_name()["encrypted"], cluster)
    assert reported(by_name()["api-server-listed"], cluster)


def test_a_version_that_is_not_known_before_the_update_is_not_pinned() -> None:
    release = resource("kubernetes:helm.sh/v3:Release", version=UNKNOWN_STRING_VALUE)

    assert reported(by_name()["chart-pinned"], release)


@pytest.mark.parametrize("stack", ["dev", "prod"])
def test_the_stacks_of_this_repository_break_no_policy_as_the_engine_hands_them_out(
    stack: str,
) -> None:
    golden = (ROOT / "tests" / "golden" / f"{stack}.yaml").read_text()
    found = [handed(it.type, it.name, it.inputs, it.protect) for it in recorded(golden).values()]

    assert found
    assert not [said for policy in by_name().values() for said in reported(policy, *found)]
