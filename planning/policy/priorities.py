"""A priority is for those who may have it: not for everybody, and the system's own for nobody."""

from collections.abc import Iterator

from planning.change.recorded import Resource
from planning.policy.pod_specs import pod_specs
from planning.policy.rule import Rule, StackRule

QUOTA = "kubernetes:core/v1:ResourceQuota"
SYSTEM = "system-"


def system_priority(resource: Resource) -> Iterator[str]:
    """Kubernetes' own classes are for Kubernetes' own pods."""
    for said in _priorities(resource):
        if said.startswith(SYSTEM):
            yield f"has the priority {said}"


def forbidden_priority(resources: list[Resource]) -> Iterator[tuple[Resource, str]]:
    """A namespace whose quota allows no pod of a class holds nothing of that class."""
    walls = {(_namespace(quota), name) for quota in resources for name in _forbidden(quota)}
    for resource in resources:
        for said in _priorities(resource):
            if (_namespace(resource), said) in walls:
                yield resource, f"namespace {_namespace(resource)} allows no pod of {said}"


def _priorities(resource: Resource) -> list[str]:
    """Each once, in the order of the pods."""
    said = (str(spec.get("priorityClassName") or "") for spec in pod_specs(resource))
    return [name for name in dict.fromkeys(said) if name]


def _forbidden(quota: Resource) -> Iterator[str]:
    spec = quota.inputs.get("spec") or {}
    if quota.type == QUOTA and str((spec.get("hard") or {}).get("pods")) == "0":
        for scope in (spec.get("scopeSelector") or {}).get("matchExpressions") or []:
            if scope["scopeName"] == "PriorityClass" and scope["operator"] == "In":
                yield from scope["values"]


def _namespace(resource: Resource) -> str:
    return str((resource.inputs.get("metadata") or {}).get("namespace") or "")


RULES = (
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
        id="priority-allowed",
        why="who takes a priority that is not his takes the GPUs of somebody whose it is",
        mend="use one that the tenant's `priorities` list, or add it there",
        enforcement="mandatory",
        check=forbidden_priority,
    ),
)
