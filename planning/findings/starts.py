"""Starts that last longer than KServe watches them."""

from collections.abc import Iterator

from components.model.placement import gpu_share, startup_budget
from planning.findings.finding import Finding
from planning.plan import Plan

WATCHED_SECONDS = 600
"""Kubernetes' own progress deadline of a Deployment, which KServe lets nobody change in Standard
mode (0.20.0 deployment_reconciler.go); a Knative revision is told its budget instead."""


def starts(plan: Plan) -> Iterator[Finding]:
    """A warning for each model that counts as failed while it is only slow."""
    for model in plan.models:
        spec, group = model.spec, plan.config.node_groups[model.spec.node_group]
        budget = startup_budget(spec, gpu_share(spec, group), from_zero=group.min_nodes == 0)
        if spec.mode == "standard" and budget.total > WATCHED_SECONDS:
            yield Finding(
                level="warning",
                rule="model-start-called-failed",
                about=f"models.{model.name}",
                what=f"takes {budget} to start: after {WATCHED_SECONDS} s KServe says that the "
                "rollout failed, until it ends; nothing stops it",
                mend="bring weights or image nearer by `delivery`, keep a node in the group, or "
                "let nobody act on Ready before that time",
            )
