import pulumi
import pulumi_kubernetes as k8s

from components.tenant.component import Tenant, TenantArgs
from components.tenant.network import network_policy
from components.tenant.objects import Around
from components.tenant.spec import TenantSpec
from tests.support.recorder import record

NAMESPACE = "kubernetes:core/v1:Namespace"
POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy"


def build() -> None:
    cluster = k8s.Provider("cluster", kubeconfig="{}")
    spec = TenantSpec(queue="q", priority="p")
    Tenant("chat", TenantArgs(spec=spec), pulumi.ResourceOptions(provider=cluster))


def test_a_tenant_owns_one_namespace_in_its_cluster() -> None:
    made = record(build).named("chat", type=NAMESPACE)

    assert (made.parent, made.provider, made.inputs["metadata"]["name"]) == (
        "chat",
        "cluster",
        "chat",
    )


def test_the_wall_stands_in_the_namespace_and_after_it() -> None:
    made = record(build).named("chat-network", type=POLICY)

    assert made.inputs["metadata"]["namespace"] == "chat"
    assert made.inputs["spec"] == network_policy("chat")["spec"]
    assert (made.parent, made.provider, made.depends_on) == ("chat", "cluster", frozenset({"chat"}))


def test_everything_of_a_tenant_is_made_in_its_namespace_and_after_it() -> None:
    def full() -> None:
        spec = TenantSpec.model_validate(
            {
                "queue": "q",
                "priority": "p",
                "quota": {"gpus": 1, "cpu": 1},
                "people": {"ml": "viewer"},
            }
        )
        Tenant("chat", TenantArgs(spec=spec, around=Around(forbidden=("top",))))

    inside = [r for r in record(full) if r.inputs.get("metadata", {}).get("namespace") == "chat"]
    assert {r.inputs["kind"] for r in inside} == {
        "LimitRange",
        "NetworkPolicy",
        "ResourceQuota",
        "Role",
        "RoleBinding",
    }
    assert {(r.parent, r.depends_on) for r in inside} == {("chat", frozenset({"chat"}))}
