"""What a tenant becomes in Kubernetes."""

from components.tenant.spec import TenantSpec
from components.types import Manifest

TENANT_LABEL = "gpu-inference/tenant"
COST_LABELS = {"center": "gpu-inference/cost-center", "owner": "gpu-inference/owner"}


def namespace(name: str, spec: TenantSpec) -> Manifest:
    """The tenant's namespace, with who pays for it and the level that its pods must meet."""
    paid = spec.cost.model_dump(exclude_none=True) if spec.cost else {}
    cost = {COST_LABELS[key]: value for key, value in paid.items()}
    level = {
        f"pod-security.kubernetes.io/{mode}": spec.pod_security
        for mode in ("enforce", "audit", "warn")
    }
    return {
        "apiVersion": "v1",
        "kind": "Namespace",
        "metadata": {"name": name, "labels": {TENANT_LABEL: name, **cost, **level}},
    }
