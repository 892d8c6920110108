"""What a tenant becomes in Kubernetes."""

from components.tenant.spec import TenantSpec
from components.types import Manifest

TENANT_LABEL = "gpu-inference/tenant"


def namespace(name: str, spec: TenantSpec) -> Manifest:
    """The tenant's namespace, with the Pod Security level that its pods must meet."""
    level = {
        f"pod-security.kubernetes.io/{mode}": spec.pod_security
        for mode in ("enforce", "audit", "warn")
    }
    return {
        "apiVersion": "v1",
        "kind": "Namespace",
        "metadata": {"name": name, "labels": {TENANT_LABEL: name, **level}},
    }
