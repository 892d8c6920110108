import pulumi
import pulumi_kubernetes as k8s

from components.tenant.component import Tenant, TenantArgs
from components.tenant.spec import TenantSpec
from tests.support.recorder import record

NAMESPACE = "kubernetes:core/v1:Namespace"


def test_a_tenant_owns_one_namespace_in_its_cluster() -> None:
    def build() -> None:
        cluster = k8s.Provider("cluster", kubeconfig="{}")
        spec = TenantSpec(queue="q", priority="p")
        Tenant("chat", TenantArgs(spec=spec), pulumi.ResourceOptions(provider=cluster))

    made = record(build).named("chat", type=NAMESPACE)

    assert (made.parent, made.provider, made.inputs["metadata"]["name"]) == (
        "chat",
        "cluster",
        "chat",
    )
