"""What a queue becomes in Volcano."""

from components.node_group.scheduling import GPU_RESOURCE
from components.quantity import cpu_quantity, memory_quantity
from components.queue.spec import QueueSpec, Resources
from components.types import Manifest


def queue(name: str, spec: QueueSpec) -> Manifest:
    """The cluster-scoped Queue; what is not asked for is left out, and so is Volcano's default."""
    asked = {
        "weight": spec.weight,
        "reclaimable": spec.reclaimable,
        "parent": spec.parent,
        "guarantee": {"resource": amounts(spec.guarantee)} if spec.guarantee else None,
        "deserved": amounts(spec.deserved) if spec.deserved else None,
        "capability": amounts(spec.capability) if spec.capability else None,
    }
    return {
        "apiVersion": "scheduling.volcano.sh/v1beta1",
        "kind": "Queue",
        "metadata": {"name": name},
        "spec": {key: value for key, value in asked.items() if value is not None},
    }


def amounts(resources: Resources) -> Manifest:
    """A Kubernetes resource list."""
    listed = {
        GPU_RESOURCE: None if resources.gpus is None else str(resources.gpus),
        "cpu": None if resources.cpu is None else cpu_quantity(resources.cpu),
        "memory": None if resources.memory_gib is None else memory_quantity(resources.memory_gib),
    }
    return {key: value for key, value in listed.items() if value is not None}
