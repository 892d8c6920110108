"""Pods take no more than they said, survive a drained node, and do not push ahead of the system."""

from collections.abc import Iterator
from typing import Any

from planning.change.recorded import Resource
from planning.policy.rule import Rule, StackRule

SERVICE = "kubernetes:serving.kserve.io/v1beta1:InferenceService"
BUDGET = "kubernetes:policy/v1:PodDisruptionBudget"
SYSTEM_PRIORITY = "system-"
LIMITED = ("cpu", "memory")


def unlimited(resource: Resource) -> Iterator[str]:
    """A model says how much CPU and memory it may take at most."""
    if resource.type != SERVICE:
        return
    limits = (_predictor(resource).get("model") or {}).get("resources", {}).get("limits") or {}
    missing = [name for name in LIMITED if name not in limits]
    if missing:
        yield f"has no limit of {' and '.join(missing)}"


def system_priority(resource: Resource) -> Iterator[str]:
    """Kubernetes' own classes are for Kubernetes' own pods."""
    said = str(_predictor(resource).get("priorityClassName") or "")
    if resource.type == SERVICE and said.startswith(SYSTEM_PRIORITY):
        yield f"has the priority {said}"


def undisrupted(resources: list[Resource]) -> Iterator[tuple[Resource, str]]:
    """A model with several replicas has a disruption budget of the same name."""
    budgets = {it.name for it in resources if it.type == BUDGET}
    for resource in resources:
        several = (_predictor(resource).get("minReplicas") or 0) > 1
        if resource.type == SERVICE and several and resource.name not in budgets:
            yield resource, "a drained node may end all its replicas at once"


def _predictor(resource: Resource) -> dict[str, Any]:
    found: dict[str, Any] = (resource.inputs.get("spec") or {}).get("predictor") or {}
    return found


RULES = (
    Rule(
        id="limits",
        why="a model without limits takes its neighbours' memory until the node kills somebody",
        mend="give cpu and memory as limits",
        enforcement="mandatory",
        check=unlimited,
    ),
    Rule(
        id="no-system-priority",
        why="a model ahead of the node's own agents can break the node",
        mend="use a priority of the stack",
        enforcement="mandatory",
        check=system_priority,
    ),
)
STACK_RULES = (
    StackRule(
        id="disruption-budget",
        why="nodes are drained for every upgrade",
        mend="add a PodDisruptionBudget of the model's name",
        enforcement="mandatory",
        check=undisrupted,
    ),
)
