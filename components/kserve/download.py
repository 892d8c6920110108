"""The container that brings a model's weights to its pod, as the chart renders it.

Source: KServe 0.20.0, charts/kserve-resources: ClusterStorageContainer `default` takes
`kserve.storage.resources` and `kserve.storage.containerSecurityContext`. A cluster without the
chart gets the same, or no pod that downloads a model meets Pod Security level `restricted`.
"""

from components.kserve.spec import Download
from components.quantity import cpu_quantity, memory_quantity
from components.types import Manifest


def storage_container(download: Download) -> Manifest:
    """What differs from upstream's plain definition: its share of the node, and its rights."""
    amounts = {"cpu": cpu_quantity(download.cpu), "memory": memory_quantity(download.memory_gib)}
    return {
        "resources": {"requests": {**amounts, "cpu": "100m"}, "limits": amounts},
        "securityContext": {
            "allowPrivilegeEscalation": False,
            "capabilities": {"drop": ["ALL"]},
            "privileged": False,
            "runAsNonRoot": True,
        },
    }
