"""The Knative operator's values (v1.23.0), and the custom resource that tells it what to run."""

from collections.abc import Mapping

from components.availability import resources
from components.hardening import POD
from components.knative.spec import KnativeSpec
from components.platform.site import Site
from components.types import Manifest

OPERATOR_NAMESPACE = "knative-operator"
NAMESPACE = "knative-serving"
KOURIER_SERVICE = "kourier"


def values() -> Manifest:
    """The operator and its webhook."""
    return {
        "knative_operator": {
            "knative_operator": {"resources": resources(0.1, 0.5), "securityContext": POD},
            "operator_webhook": {"resources": resources(0.1, 0.25), "securityContext": POD},
        }
    }


def knative_serving(
    spec: KnativeSpec, site: Site, version: str, config: Mapping[str, Mapping[str, str]]
) -> Manifest:
    """What the operator installs: Serving at `version` with `config`, and the ingress.

    The operator names ConfigMaps without their prefix. Kourier's own default is a load balancer
    that AWS makes reachable from the internet.
    """
    return {
        "apiVersion": "operator.knative.dev/v1beta1",
        "kind": "KnativeServing",
        "metadata": {
            "name": NAMESPACE,
            "namespace": NAMESPACE,
            "annotations": {"pulumi.com/waitFor": "condition=Ready"},
        },
        "spec": {
            "version": version,
            "high-availability": {"replicas": site.replicas},
            "config": {name.removeprefix("config-"): dict(data) for name, data in config.items()},
            "ingress": _ingress(spec),
            "podDisruptionBudgets": _budgets(site),
        },
    }


def _ingress(spec: KnativeSpec) -> Manifest:
    if spec.ingress == "istio":
        return {"istio": {"enabled": True}}
    return {"kourier": {"enabled": True, "service-type": "ClusterIP"}}


def _budgets(site: Site) -> list[Manifest]:
    """Upstream's budgets are percentages that a single replica can never meet."""
    kept = 1 if site.several else 0
    return [{"name": f"{name}-pdb", "minAvailable": kept} for name in ("activator", "webhook")]
