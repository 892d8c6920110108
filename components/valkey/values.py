"""Valkey's values, as far as they differ from the chart's (0.11.0)."""

from components.availability import resources
from components.platform.site import Site
from components.types import Manifest
from components.valkey.spec import ValkeySpec

NAMESPACE = "valkey"
USED = 0.75
"""Of its memory for keys; the rest is for connections and copies while it writes."""
CONTAINER = {
    "allowPrivilegeEscalation": False,
    "readOnlyRootFilesystem": True,
    "runAsNonRoot": True,
    "capabilities": {"drop": ["ALL"]},
}


def values(spec: ValkeySpec, site: Site) -> Manifest:
    """A cache that is full forgets what was not asked for longest."""
    limit = int(spec.memory_gib * 1024 * USED)
    return {
        "auth": {
            "enabled": True,
            "usersExistingSecret": spec.secret,
            "aclUsers": {"default": {"permissions": "~* &* +@all"}},
        },
        "resources": resources(0.25, spec.memory_gib),
        "initResources": resources(0.05, 0.0625),
        "valkeyConfig": f"maxmemory {limit}mb\nmaxmemory-policy allkeys-lru\n",
        "metrics": {
            "enabled": site.monitored,
            "exporter": {
                "resources": resources(0.02, 0.0625),
                "securityContext": CONTAINER,
            },
            "serviceMonitor": {"enabled": site.monitored},
        },
    }
