"""The keys of KServe's ConfigMap `inferenceservice-config` that differ from upstream's.

The chart renders the same ones from `values.py`; a cluster without the chart (the simulation)
merges these over upstream's. Source: KServe 0.20.0, charts/kserve-resources and
config/configmap/inferenceservice.yaml.
"""

import json

from components.kserve.ingress import GATEWAY, Ingress
from components.kserve.spec import Download, KServeSpec
from components.quantity import cpu_quantity, memory_quantity
from components.types import Manifest


def inferenceservice_config(spec: KServeSpec, ingress: Ingress | None = None) -> dict[str, str]:
    """ConfigMap data: each value is a JSON object whose fields win over upstream's."""
    data = {
        "deploy": {"defaultDeploymentMode": "Standard"},
        "ingress": _ingress(ingress),
        "storageInitializer": _initializer(spec.download),
        "security": {"autoMountServiceAccountToken": False},
    }
    if spec.local_models is not None:
        data["localModel"] = {"enabled": True}
    return {key: json.dumps(fields, sort_keys=True) for key, fields in data.items()}


def _ingress(ingress: Ingress | None) -> Manifest:
    """Istio is never KServe's own business here: Knative, where it is used, has its ingress."""
    if ingress is None:
        return {"disableIstioVirtualHost": True, "disableIngressCreation": True}
    return {
        "disableIstioVirtualHost": True,
        "enableGatewayApi": True,
        "kserveIngressGateway": GATEWAY,
        "ingressClassName": ingress.gateway_class,
        "ingressDomain": ingress.domain,
        "urlScheme": ingress.scheme,
    }


def _initializer(download: Download) -> Manifest:
    """A request as large as the limit: the node that takes the pod can also load its model."""
    return {
        "cpuLimit": cpu_quantity(download.cpu),
        "memoryLimit": memory_quantity(download.memory_gib),
        "memoryRequest": memory_quantity(download.memory_gib),
    }
