"""The plan as plain data: what `--format json` prints and every other form is drawn from.

Its shape is `schema.json` beside this file.
"""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from catalogue.vllm import version
from planning.change.change import Change
from planning.findings.finding import Finding
from planning.plan import Plan
from planning.region import region
from planning.report.document.jobs import jobs
from planning.report.document.models import models
from planning.report.document.nodes import groups, nodes, waiting
from planning.report.document.sharing import pool_gpus, priorities, queues
from planning.spec import SCALES

SCHEMA = "gpu-inference/plan/2"

Document = dict[str, Any]


def document(
    stack: str, plan: Plan, findings: Iterable[Finding], change: Change | None = None
) -> Document:
    """All that the plan of `stack` says; amounts in `currency`, memory in GiB.

    An hour is one in which every job runs; a month has one run of each.
    """
    return {
        "schema": SCHEMA,
        "stack": stack,
        "region": region(plan.config),
        "currency": plan.currency,
        "vllm": version(),
        "totals": {scale: _total(plan, scale) for scale in SCALES},
        "models": models(plan),
        "jobs": jobs(plan),
        "pool_gpus": pool_gpus(plan),
        "queues": queues(plan),
        "priorities": priorities(plan),
        "groups": groups(plan),
        "nodes": nodes(plan),
        "waiting": waiting(plan),
        "cost": _cost(plan),
        "losses": [asdict(loss) for loss in plan.losses],
        "preempted": [pod.name for pod in plan.preempted],
        "quotas": [asdict(quota) for quota in plan.quotas],
        "findings": [asdict(finding) for finding in findings],
        "change": asdict(change) if change else None,
    }


def _total(plan: Plan, scale: Any) -> Document:
    found = plan.scales[scale]
    return {
        "hourly": round(found.hourly, 4),
        "standing": round(found.standing, 4),
        "monthly": round(found.monthly, 2),
        "nodes": len(found.placement.nodes),
    }


def _cost(plan: Plan) -> Document:
    """An hour, by whom it is for; idle GPUs and GPU-less nodes are entries of their own."""
    return {
        "by_tenant": {scale: _rounded(plan.hourly_by_tenant(scale)) for scale in SCALES},
        "by_queue": {scale: _rounded(plan.hourly_by_queue(scale)) for scale in SCALES},
        "monthly_by_tenant": {scale: _rounded(plan.monthly_by_tenant(scale)) for scale in SCALES},
    }


def _rounded(costs: dict[str, float]) -> dict[str, float]:
    return {name: round(cost, 4) for name, cost in sorted(costs.items())}
