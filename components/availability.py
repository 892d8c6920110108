"""How a controller survives the loss of a node, a zone, and its neighbours' appetite."""

from typing import Any

from components.quantity import cpu_quantity, memory_quantity
from components.types import Manifest

ZONE = "topology.kubernetes.io/zone"


def spread(labels: dict[str, str]) -> list[Manifest]:
    """Replicas with these labels in different zones, where there are zones to choose from."""
    return [
        {
            "maxSkew": 1,
            "topologyKey": ZONE,
            "whenUnsatisfiable": "ScheduleAnyway",
            "labelSelector": {"matchLabels": labels},
        }
    ]


def resources(cpu: float, memory_gib: float, *, burst: float = 4) -> dict[str, Any]:
    """Cores and GiB that a controller is given; it may use `burst` times the CPU for a while."""
    memory = memory_quantity(memory_gib)
    return {
        "requests": {"cpu": cpu_quantity(cpu), "memory": memory},
        "limits": {"cpu": cpu_quantity(cpu * burst), "memory": memory},
    }


def disruption_budget(name: str, namespace: str, labels: dict[str, str]) -> Manifest:
    """A PodDisruptionBudget under which a drained node takes one replica at a time."""
    return {
        "apiVersion": "policy/v1",
        "kind": "PodDisruptionBudget",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {"maxUnavailable": 1, "selector": {"matchLabels": labels}},
    }
