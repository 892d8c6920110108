"""What a priority becomes in Kubernetes."""

from components.priority.spec import PrioritySpec
from components.types import Manifest


def priority_class(name: str, spec: PrioritySpec) -> Manifest:
    """The PriorityClass; never a global default, so that nobody gets a priority by accident."""
    return {
        "apiVersion": "scheduling.k8s.io/v1",
        "kind": "PriorityClass",
        "metadata": {"name": name},
        "value": spec.value,
        "globalDefault": False,
        "preemptionPolicy": spec.preemption_policy,
        "description": spec.description,
    }
