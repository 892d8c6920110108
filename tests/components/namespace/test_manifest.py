from typing import Any

from components.namespace.manifest import namespace, network_policies
from components.namespace.spec import NamespaceSpec, Opening


def policies(spec: NamespaceSpec) -> dict[str, Any]:
    return {made["metadata"]["name"]: made["spec"] for made in network_policies("ns", spec)}


def test_pods_meet_the_strictest_level_unless_said_otherwise() -> None:
    labels = namespace("ns", NamespaceSpec())["metadata"]["labels"]

    assert labels["pod-security.kubernetes.io/enforce"] == "restricted"


def test_nothing_comes_in_or_goes_out_by_default() -> None:
    deny = policies(NamespaceSpec())["default-deny"]

    assert deny == {"podSelector": {}, "policyTypes": ["Ingress", "Egress"]}


def test_names_can_always_be_looked_up() -> None:
    [egress] = policies(NamespaceSpec(egress_ports=()))["egress"]["egress"]

    assert {(p["port"], p["protocol"]) for p in egress["ports"]} == {(53, "UDP"), (53, "TCP")}


def test_an_opening_for_anybody_names_nobody() -> None:
    spec = NamespaceSpec(openings=(Opening(ports=(9443,)),))

    assert policies(spec)["ingress-0"]["ingress"] == [
        {"ports": [{"port": 9443, "protocol": "TCP"}]}
    ]


def test_an_opening_for_a_namespace_lets_only_it_in() -> None:
    spec = NamespaceSpec(openings=(Opening(ports=(8080,), source="monitoring"),))
    [rule] = policies(spec)["ingress-0"]["ingress"]

    selector = {"matchLabels": {"kubernetes.io/metadata.name": "monitoring"}}
    assert rule["from"] == [{"namespaceSelector": selector}]
