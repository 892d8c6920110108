"""What one stack needs of the simulated control plane: nothing is built that it does not use."""

from simulation.control_plane.parts import Parts
from stacks.config import StackConfig

ALWAYS = (
    "etcd",
    "kube-apiserver",
    "kube-controller-manager",
    "kwok",
    "volcano-scheduler",
    "volcano-controller-manager",
    "volcano-webhook-manager",
    "kserve-manager",
    "pulumi",
)
KNATIVE = ("knative-controller", "knative-webhook")


def parts(config: StackConfig) -> Parts:
    """Which controllers run, and with which configuration: the stack's own."""
    return Parts(knative=_uses_knative(config))


def tools(config: StackConfig) -> tuple[str, ...]:
    """The executables to build, in the order they are waited for."""
    return (*ALWAYS, *(KNATIVE if _uses_knative(config) else ()))


def _uses_knative(config: StackConfig) -> bool:
    return any(model.mode == "knative" for model in config.models.values())
