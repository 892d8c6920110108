"""KEDA's values, as far as they differ from the chart's (2.20.2)."""

from components.availability import resources, spread
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "keda"
PARTS = {
    "operator": ("operator", "keda-operator"),
    "metricsServer": ("metricServer", "keda-operator-metrics-apiserver"),
    "webhooks": ("webhooks", "keda-admission-webhooks"),
}
"""The chart's key for a part, its key for the same part elsewhere, and the part's `app` label."""


def values(site: Site) -> Manifest:
    """Its CRDs are templates of the chart: without `keep` an uninstall takes every ScaledObject."""
    budget: Manifest = {"maxUnavailable": 1} if site.several else {}
    return {
        "crds": {"additionalAnnotations": {"helm.sh/resource-policy": "keep"}},
        **{part: {"replicaCount": site.replicas} for part in PARTS},
        "resources": {key: resources(0.1, 0.5) for key, _ in PARTS.values()},
        "podDisruptionBudget": {key: budget for key, _ in PARTS.values()},
        "topologySpreadConstraints": {
            part: spread({"app": app}) for part, (_, app) in PARTS.items()
        },
        "prometheus": {
            "operator": _metrics(site),
            "metricServer": _metrics(site),
            "webhooks": _metrics(site),
        },
    }


def _metrics(site: Site) -> Manifest:
    return {"enabled": True, "serviceMonitor": {"enabled": site.monitored}}
