"""Who may talk to a tenant's pods, and whom they may talk to."""

from collections.abc import Collection

from components.runtime.manifest import PORT
from components.tenant.manifest import TENANT_LABEL
from components.types import Manifest

POLICY = "tenant"
DNS = 53
HTTPS = 443
CREDENTIALS = {"address": "169.254.170.23/32", "port": 80}
"""EKS Pod Identity's agent on every node (EKS user guide, Pod Identity considerations)."""
LINK_LOCAL = "169.254.0.0/16"
"""Where a node's own credentials are: no model has any business there."""


def network_policy(
    name: str, *, callers: Collection[str] = (), called: Collection[str] = ()
) -> Manifest:
    """Other tenants are walled off in both directions; the platform and its gateways are not.

    Out of the cluster leads HTTPS alone, for weights and credentials. `callers` may come in to the
    models' port, and its own pods may go out to that of `called`.
    """
    ingress = [{"from": _neighbours()}, *({"from": t, **_served()} for t in _tenants(callers))]
    inside = [{"to": _neighbours()}, *({"to": t, **_served()} for t in _tenants(called))]
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": {"name": POLICY, "namespace": name},
        "spec": {
            "podSelector": {},
            "policyTypes": ["Ingress", "Egress"],
            "ingress": ingress,
            "egress": [*inside, _names(), _outside(), _credentials()],
        },
    }


def _neighbours() -> list[Manifest]:
    """The tenant's own pods, and every namespace that belongs to no tenant."""
    no_tenant = {"matchExpressions": [{"key": TENANT_LABEL, "operator": "DoesNotExist"}]}
    return [{"podSelector": {}}, {"namespaceSelector": no_tenant}]


def _tenants(names: Collection[str]) -> list[list[Manifest]]:
    """The peers of one rule for all of `names`; no rule where there are none."""
    named = [{"key": TENANT_LABEL, "operator": "In", "values": sorted(names)}]
    return [[{"namespaceSelector": {"matchExpressions": named}}]] if names else []


def _served() -> Manifest:
    return {"ports": [{"port": PORT, "protocol": "TCP"}]}


def _names() -> Manifest:
    """A node-local DNS cache is no pod: wherever it is, it may be asked."""
    return {"ports": [{"port": DNS, "protocol": protocol} for protocol in ("UDP", "TCP")]}


def _outside() -> Manifest:
    anywhere = {"ipBlock": {"cidr": "0.0.0.0/0", "except": [LINK_LOCAL]}}
    return {"to": [anywhere], "ports": [{"port": HTTPS, "protocol": "TCP"}]}


def _credentials() -> Manifest:
    agent = {"ipBlock": {"cidr": CREDENTIALS["address"]}}
    return {"to": [agent], "ports": [{"port": CREDENTIALS["port"], "protocol": "TCP"}]}
