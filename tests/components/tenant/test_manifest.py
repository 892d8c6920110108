from components.tenant.manifest import namespace
from components.tenant.spec import Cost, TenantSpec

SPEC = TenantSpec(queue="q", priority="p")


def test_pods_must_meet_the_restricted_level_unless_the_tenant_says_otherwise() -> None:
    labels = namespace("chat", SPEC)["metadata"]["labels"]

    assert {labels[f"pod-security.kubernetes.io/{m}"] for m in ("enforce", "audit", "warn")} == {
        "restricted"
    }


def test_a_tenant_may_be_given_another_level() -> None:
    spec = SPEC.model_copy(update={"pod_security": "baseline"})

    assert namespace("chat", spec)["metadata"]["labels"]["pod-security.kubernetes.io/enforce"] == (
        "baseline"
    )


def test_the_tenant_s_key_is_its_namespace() -> None:
    assert namespace("chat", SPEC)["metadata"]["name"] == "chat"


def test_who_pays_is_a_label_of_the_namespace() -> None:
    spec = SPEC.model_copy(update={"cost": Cost(center="4711")})
    labels = namespace("chat", spec)["metadata"]["labels"]

    assert labels["gpu-inference/cost-center"] == "4711"
    assert "gpu-inference/owner" not in labels
