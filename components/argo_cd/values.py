"""Argo CD's values, as far as they differ from the chart's (10.1.1)."""

from components.availability import resources
from components.hardening import POD
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "argo-cd"
PROBED = {"readinessProbe": {"enabled": True}, "livenessProbe": {"enabled": True}}
"""The chart has them ready, and off."""


def values(site: Site) -> Manifest:
    """Server-side apply and diff: KServe's CRDs are too large for the other kind, and webhooks
    would show as drift."""
    several = {"replicas": site.replicas, "pdb": {"enabled": site.several}}
    return {
        "configs": {"params": {"controller.diff.server.side": "true"}},
        "controller": {"resources": resources(0.5, 2)},
        "server": {**several, "resources": resources(0.1, 0.25)},
        "repoServer": {**several, "resources": resources(0.2, 0.5)},
        "applicationSet": {**several, **PROBED, "resources": resources(0.1, 0.25)},
        "notifications": {**PROBED, "resources": resources(0.05, 0.125)},
        "dex": {"enabled": False},
        "redis": {**PROBED, "resources": resources(0.1, 0.25)},
        "redisSecretInit": {"resources": resources(0.01, 0.125), "securityContext": POD},
        "global": {"networkPolicy": {"create": True}, "securityContext": POD},
    }
