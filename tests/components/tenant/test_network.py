from components.tenant.manifest import TENANT_LABEL, namespace
from components.tenant.network import network_policy
from components.tenant.spec import TenantSpec
from components.types import Manifest

SPEC: Manifest = network_policy("chat")["spec"]
NOT_A_TENANT = {"matchExpressions": [{"key": TENANT_LABEL, "operator": "DoesNotExist"}]}


def test_every_pod_of_the_namespace_is_behind_it_in_both_directions() -> None:
    assert SPEC["podSelector"] == {}
    assert set(SPEC["policyTypes"]) == {"Ingress", "Egress"}


def test_only_its_own_pods_and_what_belongs_to_no_tenant_come_in() -> None:
    [rule] = SPEC["ingress"]

    assert rule == {"from": [{"podSelector": {}}, {"namespaceSelector": NOT_A_TENANT}]}


def test_every_other_tenant_is_one_that_the_wall_keeps_out() -> None:
    other = namespace("search", TenantSpec(queue="q", priority="p"))

    assert TENANT_LABEL in other["metadata"]["labels"]


def test_out_of_the_cluster_leads_https_and_not_to_the_node_s_own_credentials() -> None:
    outside = [rule for rule in SPEC["egress"] if _leads_to(rule, "0.0.0.0/0")]

    assert outside == [
        {
            "to": [{"ipBlock": {"cidr": "0.0.0.0/0", "except": ["169.254.0.0/16"]}}],
            "ports": [{"port": 443, "protocol": "TCP"}],
        }
    ]


def test_the_agent_that_gives_a_pod_its_own_credentials_is_within_reach() -> None:
    [agent] = [rule for rule in SPEC["egress"] if _leads_to(rule, "169.254.170.23/32")]

    assert agent["ports"] == [{"port": 80, "protocol": "TCP"}]


def test_names_are_looked_up_anywhere() -> None:
    [names] = [rule for rule in SPEC["egress"] if "to" not in rule]

    assert {(port["port"], port["protocol"]) for port in names["ports"]} == {
        (53, "UDP"),
        (53, "TCP"),
    }


def test_who_may_call_comes_in_to_the_models_port_alone() -> None:
    _, rule = network_policy("chat", callers=["search", "apps"])["spec"]["ingress"]

    assert rule == {"from": [_tenants("apps", "search")], "ports": PORTS}


def test_whom_it_may_call_it_reaches_at_that_port_alone() -> None:
    _, rule, *_ = network_policy("search", called=["chat"])["spec"]["egress"]

    assert rule == {"to": [_tenants("chat")], "ports": PORTS}


PORTS = [{"port": 8080, "protocol": "TCP"}]


def _tenants(*names: str) -> Manifest:
    named = {"key": TENANT_LABEL, "operator": "In", "values": list(names)}
    return {"namespaceSelector": {"matchExpressions": [named]}}


def _leads_to(rule: Manifest, cidr: str) -> bool:
    return any(peer.get("ipBlock", {}).get("cidr") == cidr for peer in rule.get("to", ()))
