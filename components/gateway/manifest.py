"""The Gateway of all models, its class and proxies, and the route to those that Knative runs."""

from components.availability import resources
from components.gateway.spec import GatewaySpec
from components.gateway.values import NAMESPACE
from components.knative.values import KOURIER_SERVICE
from components.knative.values import NAMESPACE as KNATIVE
from components.kserve.ingress import GATEWAY_NAME, Ingress
from components.kserve.ingress import NAMESPACE as KSERVE
from components.platform.site import Site
from components.types import Manifest

CLASS = "envoy"
CONTROLLER = "gateway.envoyproxy.io/gatewayclass-controller"
PROXY = "models"
SCHEME = "service.beta.kubernetes.io/aws-load-balancer-scheme"
API = "gateway.networking.k8s.io/v1"


def ingress(spec: GatewaySpec) -> Ingress:
    """The same, as KServe needs to know it."""
    return Ingress(
        domain=spec.domain, gateway_class=CLASS, scheme="https" if spec.tls_secret else "http"
    )


def gateway(spec: GatewaySpec, site: Site) -> tuple[Manifest, ...]:
    """The class, how its proxies run, and the Gateway with one listener."""
    return (_proxy(spec, site), _class(), _gateway(spec))


def _class() -> Manifest:
    parameters = {
        "group": "gateway.envoyproxy.io",
        "kind": "EnvoyProxy",
        "name": PROXY,
        "namespace": NAMESPACE,
    }
    return {
        "apiVersion": API,
        "kind": "GatewayClass",
        "metadata": {"name": CLASS},
        "spec": {"controllerName": CONTROLLER, "parametersRef": parameters},
    }


def _proxy(spec: GatewaySpec, site: Site) -> Manifest:
    provider = {
        "type": "Kubernetes",
        "kubernetes": {
            "envoyDeployment": {
                "replicas": site.replicas,
                "container": {"resources": resources(0.5, 0.5)},
            },
            "envoyService": _service(spec),
            "envoyPDB": {"minAvailable": 1 if site.several else 0},
        },
    }
    return {
        "apiVersion": "gateway.envoyproxy.io/v1alpha1",
        "kind": "EnvoyProxy",
        "metadata": {"name": PROXY, "namespace": NAMESPACE},
        "spec": {"provider": provider},
    }


def _service(spec: GatewaySpec) -> Manifest:
    """AWS makes a load balancer face the internet unless it is told not to."""
    if spec.exposure == "cluster":
        return {"type": "ClusterIP"}
    faces = "internet-facing" if spec.exposure == "internet" else "internal"
    return {"type": "LoadBalancer", "annotations": {SCHEME: faces}}


def _gateway(spec: GatewaySpec) -> Manifest:
    return {
        "apiVersion": API,
        "kind": "Gateway",
        "metadata": {"name": GATEWAY_NAME, "namespace": KSERVE},
        "spec": {"gatewayClassName": CLASS, "listeners": [_listener(spec)]},
    }


def _listener(spec: GatewaySpec) -> Manifest:
    common = {"hostname": f"*.{spec.domain}", "allowedRoutes": {"namespaces": {"from": "All"}}}
    if spec.tls_secret is None:
        return {"name": "http", "port": 80, "protocol": "HTTP", **common}
    certificate = [{"kind": "Secret", "name": spec.tls_secret}]
    tls = {"mode": "Terminate", "certificateRefs": certificate}
    return {"name": "https", "port": 443, "protocol": "HTTPS", "tls": tls, **common}


def knative_route(spec: GatewaySpec) -> Manifest:
    """What no model's own route takes goes to Kourier, which knows Knative's services.

    KServe names both kinds alike, and a route for one host wins over this one for all.
    """
    return {
        "apiVersion": API,
        "kind": "HTTPRoute",
        "metadata": {"name": "knative", "namespace": KNATIVE},
        "spec": {
            "parentRefs": [{"name": GATEWAY_NAME, "namespace": KSERVE}],
            "hostnames": [f"*.{spec.domain}"],
            "rules": [{"backendRefs": [{"name": KOURIER_SERVICE, "port": 80}]}],
        },
    }
