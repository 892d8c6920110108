"""The GPU Operator's values, as far as they differ from the chart's (v26.7.0).

Argued exception: its namespace is `privileged`, because it installs into the host.
"""

from collections.abc import Mapping

from components.availability import resources
from components.gpu_operator.metrics import metrics_list
from components.gpu_operator.sharing import mig_config, mig_strategy, plugin_config, uses_mig
from components.gpu_operator.spec import GpuOperatorSpec
from components.hardening import SECCOMP
from components.node_group.spec import NodeGroupSpec
from components.platform.site import Site
from components.types import Manifest

NAMESPACE = "gpu-operator"


def values(
    spec: GpuOperatorSpec,
    site: Site,
    groups: Mapping[str, NodeGroupSpec],
    *,
    owns_discovery: bool,
    owns_devices: bool,
) -> Manifest:
    """One owner of feature discovery and one of the devices: two of either fight each other."""
    installs = spec.driver == "operator"
    return {
        "nfd": {"enabled": owns_discovery},
        "node-feature-discovery": _discovery() if owns_discovery else {},
        "operator": {"resources": resources(0.2, 0.5)},
        "driver": {"enabled": installs},
        "toolkit": {"enabled": installs},
        "devicePlugin": {
            "enabled": owns_devices,
            "config": plugin_config(groups),
            "resources": resources(0.05, 0.125),
        },
        "gfd": {"resources": resources(0.05, 0.125)},
        "mig": {"strategy": mig_strategy(groups)},
        "migManager": _mig_manager(site, groups),
        "dcgmExporter": _exporter(site),
    }


def _discovery() -> Manifest:
    return {
        "master": {"resources": resources(0.1, 0.25), "podSecurityContext": SECCOMP},
        "worker": {"resources": resources(0.05, 0.125), "podSecurityContext": SECCOMP},
        "gc": {"resources": resources(0.01, 0.125), "podSecurityContext": SECCOMP},
    }


def _mig_manager(site: Site, groups: Mapping[str, NodeGroupSpec]) -> Manifest:
    """On the EKS AMI it restarts kubelet while the node joins, and the node stays NotReady
    (gpu-operator#2415); there the node cuts its GPUs itself, from its user data."""
    wanted = uses_mig(groups) and not site.eks
    return {
        "enabled": wanted,
        "config": mig_config(groups) if wanted else {},
        "resources": resources(0.05, 0.125),
    }


def _exporter(site: Site) -> Manifest:
    """The only exporter. `honorLabels`: `pod` is the pod on the GPU, and not the exporter."""
    return {
        "config": {"create": True, "name": "gpu-metrics", "data": metrics_list()},
        "resources": resources(0.1, 0.5),
        "serviceMonitor": {"enabled": site.monitored, "honorLabels": True},
    }
