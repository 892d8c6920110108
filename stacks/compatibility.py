"""Whether the versions of a stack go together, by what each of them says of the others."""

from collections.abc import Iterator, Mapping

from catalogue.windows import KUBERNETES, WINDOWS, Window
from stacks import versions
from stacks.config import StackConfig

FIELDS = {
    "cert_manager": ("cert-manager", versions.CERT_MANAGER),
    "prometheus": ("kube-prometheus-stack", versions.KUBE_PROMETHEUS_STACK),
    "gpu_operator": ("gpu-operator", versions.GPU_OPERATOR),
    "dra_driver": ("dra-driver", versions.DRA_DRIVER),
    "volcano": ("volcano", versions.VOLCANO),
    "keda": ("keda", versions.KEDA),
    "knative": ("knative", versions.KNATIVE_SERVING),
    "kserve": ("kserve", versions.KSERVE),
    "gateway": ("envoy-gateway", versions.ENVOY_GATEWAY),
    "kthena": ("kthena", versions.KTHENA),
    "cluster_autoscaler": ("cluster-autoscaler", versions.CLUSTER_AUTOSCALER_IMAGE_TAG),
}
"""By its field in the platform: the component whose windows count, and the version installed."""


def versions_of(config: StackConfig) -> dict[str, str]:
    """What this stack runs, as far as it is known: a provided operator's version is not."""
    cluster = config.cluster.eks or config.cluster.existing
    installed = {
        FIELDS[name][0]: FIELDS[name][1].removeprefix("v")
        for name, spec in config.platform.operators().items()
        if name in FIELDS and not spec.provided
    }
    if "knative" in installed:
        installed["knative-operator"] = versions.KNATIVE_OPERATOR.removeprefix("v")
    known = cluster.kubernetes if cluster else None
    return {**installed, **({KUBERNETES: known} if known else {})}


def outside(running: Mapping[str, str]) -> Iterator[Window]:
    """The windows that `running` is outside of."""
    for component, version in running.items():
        for window in windows_of(component, version):
            other = running.get(window.of)
            if other is not None and not window.holds(other):
                yield window


def windows_of(component: str, version: str) -> list[Window]:
    """What this version says of others: for each of them the newest window it has reached."""
    reached = [w for w in WINDOWS if w.component == component and w.reached_by(version)]
    newest = {window.of: window for window in reached}
    return list(newest.values())


def ahead(component: str, version: str) -> list[Window]:
    """What an upgrade of it would come to."""
    return [w for w in WINDOWS if w.component == component and not w.reached_by(version)]
