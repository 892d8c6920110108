"""KServe brings weights in an image by two containers that Pod Security `restricted` refuses."""

from collections.abc import Iterator

from components.model.source import scheme
from components.model.variants import variants
from stacks.config import StackConfig
from stacks.problem import Problem


def modelcar(config: StackConfig) -> Iterator[Problem]:
    """Refuses oci:// in a restricted namespace: `modelcar` and `modelcar-init` say nothing about
    privilege escalation (seen in the simulation, KServe 0.17.0), so no pod is ever made."""
    for name, model in config.models.items():
        tenant = config.tenants.get(model.tenant)
        sources = [one.spec.source for one in variants(name, model)]
        if tenant is None or tenant.pod_security != "restricted":
            continue
        if any(source and scheme(source) == "oci" for source in sources):
            yield Problem(
                ("models", name, "source"),
                f"is an image, and `{model.tenant}` is restricted, where KServe cannot mount one",
                "use hf://, s3:// or pvc://, or a tenant with `pod_security: baseline`",
            )
