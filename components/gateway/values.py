"""The values of Envoy Gateway and of the chart with its CRDs and the Gateway API's (v1.8.1)."""

from components.availability import resources, spread
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "envoy-gateway-system"


def crd_values() -> Manifest:
    """Gateway API CRDs come with no controller; `standard` has all that KServe uses."""
    return {
        "crds": {
            "gatewayAPI": {"enabled": True, "channel": "standard"},
            "envoyGateway": {"enabled": True},
        }
    }


def values(site: Site) -> Manifest:
    """The controller; the proxies are its own, one set for each Gateway. The other chart has the
    policy that guards the Gateway API's CRDs."""
    return {
        "crds": {"gatewayAPI": {"safeUpgradePolicy": {"enabled": False}}},
        "deployment": {
            "replicas": site.replicas,
            "envoyGateway": {"resources": resources(0.1, 0.5)},
            "pod": {"topologySpreadConstraints": spread({"control-plane": "envoy-gateway"})},
        },
        "certgen": {"job": {"resources": resources(0.01, 0.125)}},
        "podDisruptionBudget": {"minAvailable": 1 if site.several else 0},
    }
