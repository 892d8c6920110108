"""Who reaches whom through NetworkPolicies: Kubernetes' rules for their selectors, and no more.

The simulated cluster has no network that enforces them, so tests ask this instead.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address, ip_network
from typing import Literal

from components.types import Manifest

Labels = Mapping[str, str]
Way = Literal["ingress", "egress"]


@dataclass(frozen=True)
class Pod:
    """A pod by its namespace, the labels of both, and perhaps its address."""

    namespace: str
    namespace_labels: Labels = field(default_factory=dict)
    labels: Labels = field(default_factory=dict)


@dataclass(frozen=True)
class Port:
    """One of the pod that is called."""

    number: int
    protocol: str = "TCP"


def reaches(policies: Iterable[Manifest], caller: Pod, called: Pod, port: Port) -> bool:
    """Whether the caller may go out and the called lets it in."""
    known = list(policies)
    out = _permits(known, "egress", caller, called, port)
    return out and _permits(known, "ingress", called, caller, port)


def leaves(policies: Iterable[Manifest], caller: Pod, address: str, port: Port) -> bool:
    """Whether the caller may go out to an address that is no pod's."""
    return _permits(list(policies), "egress", caller, address, port)


def _permits(policies: list[Manifest], way: Way, behind: Pod, other: Pod | str, port: Port) -> bool:
    """No policy that selects a pod shuts it off; of several, one that permits is enough."""
    about = [policy for policy in policies if _selects(policy, way, behind)]
    rules = [rule for policy in about for rule in policy["spec"].get(way, [])]
    return not about or any(_rule(rule, way, behind, other, port) for rule in rules)


def _selects(policy: Manifest, way: Way, pod: Pod) -> bool:
    spec = policy["spec"]
    here = policy["metadata"]["namespace"] == pod.namespace
    return here and way.title() in spec["policyTypes"] and _match(spec["podSelector"], pod.labels)


def _rule(rule: Manifest, way: Way, behind: Pod, other: Pod | str, port: Port) -> bool:
    peers = rule.get("from" if way == "ingress" else "to")
    ports = rule.get("ports")
    at = not ports or any((p["port"], p["protocol"]) == (port.number, port.protocol) for p in ports)
    return at and (not peers or any(_peer(peer, behind, other) for peer in peers))


def _peer(peer: Manifest, behind: Pod, other: Pod | str) -> bool:
    """A pod selector without one of namespaces is about the policy's own namespace."""
    if isinstance(other, str) or "ipBlock" in peer:
        return isinstance(other, str) and "ipBlock" in peer and _inside(peer["ipBlock"], other)
    if "namespaceSelector" in peer:
        home = _match(peer["namespaceSelector"], other.namespace_labels)
    else:
        home = other.namespace == behind.namespace
    return home and _match(peer.get("podSelector", {}), other.labels)


def _inside(block: Manifest, address: str) -> bool:
    where = ip_address(address)
    shut = any(where in ip_network(cidr) for cidr in block.get("except", []))
    return where in ip_network(block["cidr"]) and not shut


def _match(selector: Manifest, labels: Labels) -> bool:
    """A form that is not known here is an error, not a guess."""
    assert set(selector) <= {"matchExpressions", "matchLabels"}
    wanted = selector.get("matchLabels", {}).items() <= labels.items()
    return wanted and all(_expression(one, labels) for one in selector.get("matchExpressions", []))


def _expression(expression: Manifest, labels: Labels) -> bool:
    key, values = expression["key"], expression.get("values", [])
    return {
        "In": labels.get(key) in values,
        "NotIn": labels.get(key) not in values,
        "Exists": key in labels,
        "DoesNotExist": key not in labels,
    }[str(expression["operator"])]
