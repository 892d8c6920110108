"""Argo CD's values, as far as they differ from the chart's (10.1.1)."""

from components.availability import resources
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "argo-cd"


def values(site: Site) -> Manifest:
    """Server-side apply and diff: KServe's CRDs are too large for the other kind, and webhooks
    would show as drift."""
    several = {"replicas": site.replicas, "pdb": {"enabled": site.several}}
    return {
        "configs": {"params": {"controller.diff.server.side": "true"}},
        "controller": {"resources": resources(0.5, 2)},
        "server": {**several, "resources": resources(0.1, 0.25)},
        "repoServer": {**several, "resources": resources(0.2, 0.5)},
        "applicationSet": {**several, "resources": resources(0.1, 0.25)},
        "notifications": {"resources": resources(0.05, 0.125)},
        "dex": {"enabled": False},
        "redis": {"resources": resources(0.1, 0.25)},
        "redisSecretInit": {"resources": resources(0.01, 0.125)},
        "global": {"networkPolicy": {"create": True}},
    }
