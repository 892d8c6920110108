"""The Vertical Pod Autoscaler's values, as far as they differ from the chart's (0.11.0)."""

from components.availability import resources
from components.hardening import CONTAINER, SECCOMP
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "vertical-pod-autoscaler"


def values(site: Site) -> Manifest:
    """Neither the part that evicts nor the webhook that rewrites pods."""
    return {
        "admissionController": {"enabled": False},
        "updater": {"enabled": False},
        "recommender": {
            "replicas": site.replicas,
            "resources": resources(0.1, 0.5),
            "podDisruptionBudget": {"enabled": site.several},
        },
        "containerSecurityContext": CONTAINER,
        "podSecurityContext": SECCOMP,
    }
