"""A Pulumi type names a Kubernetes kind, or something that this plugin does not serve."""

from simulation.plugin.refusal import Refusal
from simulation.plugin.values import Properties


def kind_of(token: str) -> tuple[str, str]:
    """The apiVersion and kind behind a type such as kubernetes:apps/v1:Deployment."""
    _, _, rest = token.partition(":")
    version, _, kind = rest.rpartition(":")
    return version.removeprefix("core/"), kind


def served(token: str, inputs: Properties) -> None:
    """Refuse, in one sentence, what only the real plugin can do."""
    version, kind = kind_of(token)
    if version.startswith("helm.sh/"):
        raise Refusal(
            f"{token} needs the real Kubernetes plugin: in a simulated cluster the operators "
            "are provided, not installed by Helm"
        )
    if kind.endswith("Patch") and inputs.get("kind") == kind.removesuffix("Patch"):
        raise Refusal(f"{token} needs the real Kubernetes plugin: patches are not simulated")
    if kind.endswith("List") and inputs.get("kind") == kind and "items" in inputs:
        raise Refusal(f"{token} cannot be created: declare its items one by one")
