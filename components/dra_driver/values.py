"""The DRA driver's values, as far as they differ from the chart's (0.4.0).

Argued exception: its namespace is `privileged`, because its kubelet plugin works on the host.
"""

from components.availability import resources
from components.hardening import SECCOMP
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "dra-driver-nvidia-gpu"
DENIED = {"allowPrivilegeEscalation": False, "capabilities": {"drop": ["ALL"]}}


def values(site: Site) -> Manifest:
    """GPUs only where the device plugin is off: the chart wants that said."""
    return {
        "gpuResourcesEnabledOverride": True,
        "controller": {
            "replicas": site.replicas,
            "leaderElection": {"enabled": site.several},
            "podSecurityContext": SECCOMP,
            "containers": {
                "computeDomain": {"resources": resources(0.05, 0.25), "securityContext": DENIED}
            },
        },
        "kubeletPlugin": {
            "podSecurityContext": SECCOMP,
            "containers": {
                "init": {"resources": resources(0.01, 0.0625)},
                "computeDomains": {"resources": resources(0.05, 0.25)},
                "gpus": {"resources": resources(0.05, 0.25)},
            },
        },
    }
