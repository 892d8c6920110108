"""cert-manager's values, as far as they differ from the chart's (v1.21.1)."""

from components.availability import resources, spread
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "cert-manager"


def values(site: Site) -> Manifest:
    """The CRDs are the chart's, and survive it; the webhook is there twice."""
    return {
        "crds": {"enabled": True, "keep": True},
        **_part(site, "controller"),
        "webhook": _part(site, "webhook"),
        "cainjector": _part(site, "cainjector"),
        "startupapicheck": {"resources": resources(0.01, 0.0625)},
        "prometheus": {"servicemonitor": {"enabled": site.monitored}},
    }


def _part(site: Site, component: str) -> Manifest:
    """cainjector reads every Secret and CRD of the cluster into its memory."""
    return {
        "replicaCount": site.replicas,
        "podDisruptionBudget": {"enabled": site.several},
        "resources": resources(0.05, 0.5 if component == "cainjector" else 0.25),
        "topologySpreadConstraints": spread({"app.kubernetes.io/component": component}),
    }
