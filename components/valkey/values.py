"""Valkey's values, as far as they differ from the chart's (0.11.0)."""

from components.availability import resources
from components.hardening import CONTAINER
from components.platform.site import Site
from components.types import Manifest
from components.valkey.spec import ValkeySpec

NAMESPACE = "valkey"
USED = 0.75
"""Of its memory for keys; the rest is for connections and copies while it writes."""


def values(spec: ValkeySpec, site: Site) -> Manifest:
    """A cache that is full forgets what was not asked for longest."""
    limit = int(spec.memory_gib * 1024 * USED)
    return {
        "auth": {
            "enabled": True,
            "usersExistingSecret": spec.secret,
            "aclUsers": {"default": {"permissions": "~* &* +@all"}},
        },
        "readinessProbe": {"enabled": True},
        "resources": resources(0.25, spec.memory_gib),
        "initResources": resources(0.05, 0.0625),
        "valkeyConfig": f"maxmemory {limit}mb\nmaxmemory-policy allkeys-lru\n",
        "metrics": {
            "enabled": site.monitored,
            "exporter": {
                "resources": resources(0.02, 0.0625),
                "securityContext": {**CONTAINER, "runAsNonRoot": True},
            },
            "serviceMonitor": {"enabled": site.monitored},
        },
    }
