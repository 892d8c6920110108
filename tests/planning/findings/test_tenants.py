from typing import Any

from planning.findings.finding import Finding
from planning.findings.tenants import tenants
from planning.plan import plan
from tests.planning.configs import models, stack
from tests.support.stack import STACK

TENANT = STACK["tenants"]["chat"]


def said(gpus: int, **specs: dict[str, Any]) -> list[Finding]:
    quota = {"chat": {**TENANT, "quota": {"gpus": gpus}}}
    metrics = {"prometheus_url": "http://prometheus"}
    return list(tenants(plan(stack(tenants=quota, models=models(**specs), metrics=metrics))))


def scaled(low: int, high: int) -> dict[str, Any]:
    return {"scaling": {"min_replicas": low, "max_replicas": high}}


def test_nothing_is_said_of_a_tenant_whose_models_fit_at_their_largest() -> None:
    assert said(3, a=scaled(1, 2), b={}) == []


def test_models_that_cannot_all_be_largest_at_once_are_worth_a_warning() -> None:
    [finding] = said(2, a=scaled(1, 2), b={})

    assert (finding.level, finding.about) == ("warning", "tenants.chat.quota")
    assert "3 of 2 GPUs at maximum scale" in finding.what


def test_a_stopped_model_takes_nothing_of_the_quota() -> None:
    assert said(1, a={"stopped": True}, b={}) == []
