"""Pods take no more than they said, and survive a drained node."""

from collections.abc import Iterator

from planning.change.recorded import Resource
from planning.policy.pod_specs import containers, pod_specs, predictor
from planning.policy.rule import Rule, StackRule

BUDGET = "kubernetes:policy/v1:PodDisruptionBudget"
LIMITED = ("cpu", "memory")


def unlimited(resource: Resource) -> Iterator[str]:
    """Each container says how much CPU and memory it may take at most."""
    for spec in pod_specs(resource):
        for container in containers(spec):
            limits = (container.get("resources") or {}).get("limits") or {}
            missing = [name for name in LIMITED if name not in limits]
            if missing:
                yield f"has no limit of {' and '.join(missing)}"


def undisrupted(resources: list[Resource]) -> Iterator[tuple[Resource, str]]:
    """A model with several replicas has a disruption budget of the same name."""
    budgets = {it.name for it in resources if it.type == BUDGET}
    for resource in resources:
        several = (predictor(resource).get("minReplicas") or 0) > 1
        if several and resource.name not in budgets:
            yield resource, "a drained node may end all its replicas at once"


RULES = (
    Rule(
        id="limits",
        why="a pod without limits takes its neighbours' memory until the node kills somebody",
        mend="give cpu and memory as limits",
        enforcement="mandatory",
        check=unlimited,
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
