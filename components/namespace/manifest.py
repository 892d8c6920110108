"""A namespace that denies by default, and its openings."""

from components.namespace.spec import NamespaceSpec, Opening
from components.types import Manifest

DNS = 53
NAME_LABEL = "kubernetes.io/metadata.name"


def namespace(name: str, spec: NamespaceSpec) -> Manifest:
    """The namespace with the Pod Security level that its pods must meet."""
    modes = ("enforce", "audit", "warn")
    level = {f"pod-security.kubernetes.io/{mode}": spec.level for mode in modes}
    return {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": name, "labels": level}}


def network_policies(name: str, spec: NamespaceSpec) -> list[Manifest]:
    """Nothing in and nothing out, but among its own pods and through the openings."""
    return [
        _policy(name, "default-deny", {"policyTypes": ["Ingress", "Egress"]}),
        _policy(name, "within", _within()),
        _policy(name, "egress", _egress(spec)),
        *(
            _policy(name, f"ingress-{index}", _ingress(opening))
            for index, opening in enumerate(spec.openings)
        ),
    ]


def _policy(namespace: str, name: str, spec: Manifest) -> Manifest:
    return {
        "apiVersion": "networking.k8s.io/v1",
        "kind": "NetworkPolicy",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {"podSelector": {}, **spec},
    }


def _within() -> Manifest:
    own: list[Manifest] = [{"podSelector": {}}]
    return {
        "policyTypes": ["Ingress", "Egress"],
        "ingress": [{"from": own}],
        "egress": [{"to": own}],
    }


def _egress(spec: NamespaceSpec) -> Manifest:
    if spec.egress_ports is None:
        return {"policyTypes": ["Egress"], "egress": [{}]}
    dns = [{"port": DNS, "protocol": protocol} for protocol in ("UDP", "TCP")]
    return {
        "policyTypes": ["Egress"],
        "egress": [{"ports": [*dns, *_tcp(spec.egress_ports)]}],
    }


def _ingress(opening: Opening) -> Manifest:
    rule: Manifest = {"ports": _tcp(opening.ports)}
    if opening.source is not None:
        rule["from"] = [{"namespaceSelector": {"matchLabels": {NAME_LABEL: opening.source}}}]
    return {"policyTypes": ["Ingress"], "ingress": [rule]}


def _tcp(ports: tuple[int, ...]) -> list[Manifest]:
    return [{"port": port, "protocol": "TCP"} for port in ports]
