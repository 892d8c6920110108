"""The values of KServe's charts, as far as they differ from upstream's (v0.20.0).

`config.py` says the same to a cluster without the charts; a test keeps the two together.
"""

from components.availability import disruption_budget, resources
from components.kserve.ingress import GATEWAY, NAMESPACE, Ingress
from components.kserve.spec import Download, KServeSpec, LocalModels
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


def local_model_values(spec: LocalModels) -> Manifest:
    """The path must equal the one in the volumes; the ConfigMap stays the main chart's."""
    return {
        "kserve": {
            "createSharedResources": False,
            "localmodel": {
                "enabled": True,
                "agent": {"hostPath": spec.path},
                "controller": {"resources": resources(0.1, 0.25)},
            },
            "localmodelnode": {"controller": {"resources": resources(0.1, 0.25)}},
        }
    }


def local_model_groups(spec: LocalModels) -> tuple[Manifest, ...]:
    """A LocalModelNodeGroup for each node group that keeps models."""
    return tuple(_node_group(name, spec) for name in spec.node_groups)


def _node_group(name: str, spec: LocalModels) -> Manifest:
    size = f"{spec.disk_gib}Gi"
    expression = {"key": "gpu-inference/node-group", "operator": "In", "values": [name]}
    claim = {"accessModes": ["ReadWriteOnce"], "storageClassName": "local-storage"}
    return {
        "apiVersion": "serving.kserve.io/v1alpha1",
        "kind": "LocalModelNodeGroup",
        "metadata": {"name": name},
        "spec": {
            "storageLimit": size,
            "persistentVolumeClaimSpec": {**claim, "resources": {"requests": {"storage": size}}},
            "persistentVolumeSpec": {
                **claim,
                "capacity": {"storage": size},
                "volumeMode": "Filesystem",
                "local": {"path": spec.path},
                "nodeAffinity": {
                    "required": {"nodeSelectorTerms": [{"matchExpressions": [expression]}]}
                },
            },
        },
    }
