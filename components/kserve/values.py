"""The values of KServe's charts, as far as they differ from upstream's (v0.20.0).

`config.py` says the same to a cluster without the charts; a test keeps the two together.
"""

from components.availability import disruption_budget, resources
from components.kserve.ingress import GATEWAY, NAMESPACE, Ingress
from components.kserve.spec import Download, KServeSpec
from components.platform.site import Site
from components.quantity import cpu_quantity, memory_quantity
from components.types import Manifest

CONTROLLER = {"control-plane": "kserve-controller-manager"}


def values(spec: KServeSpec, ingress: Ingress | None) -> Manifest:
    """The controller, and the ConfigMap that it and its webhooks read."""
    return {
        "kserve": {
            "controller": {
                "deploymentMode": "Standard",
                "gateway": _gateway(ingress),
                "resources": resources(0.2, 1),
                "rbacProxy": {"resources": resources(0.05, 0.125)},
            },
            "security": {"autoMountServiceAccountToken": False},
            "storage": {"resources": _download(spec.download)},
            **({} if spec.local_models is None else {"localmodel": {"enabled": True}}),
        }
    }


def _gateway(ingress: Ingress | None) -> Manifest:
    """The chart would go through Istio; four of its defaults say so."""
    if ingress is None:
        return {"disableIstioVirtualHost": True, "disableIngressCreation": True}
    return {
        "disableIstioVirtualHost": True,
        "domain": ingress.domain,
        "urlScheme": ingress.scheme,
        "ingressGateway": {
            "enableGatewayApi": True,
            "kserveGateway": GATEWAY,
            "className": ingress.gateway_class,
        },
    }


def _download(download: Download) -> Manifest:
    memory = memory_quantity(download.memory_gib)
    return {
        "requests": {"memory": memory},
        "limits": {"cpu": cpu_quantity(download.cpu), "memory": memory},
    }


def objects(site: Site) -> tuple[Manifest, ...]:
    """The chart has one controller and no budget for it."""
    budget = disruption_budget("kserve-controller-manager", NAMESPACE, CONTROLLER)
    return (budget,) if site.several else ()
