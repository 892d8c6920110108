"""Which of Knative's feature flags a set of pods needs: exactly those, and no other.

Knative refuses a pod that uses a field whose flag is off, and a flag cannot safely be turned off
again. Source: Knative Serving 1.21.1, config/core/configmaps/features.yaml and
pkg/apis/serving/{fieldmask,k8s_validation}.go.
"""

from collections.abc import Iterable, Iterator

from components.types import Manifest

POD_FIELDS = {
    "affinity": "kubernetes.podspec-affinity",
    "topologySpreadConstraints": "kubernetes.podspec-topologyspreadconstraints",
    "hostAliases": "kubernetes.podspec-hostaliases",
    "nodeSelector": "kubernetes.podspec-nodeselector",
    "tolerations": "kubernetes.podspec-tolerations",
    "runtimeClassName": "kubernetes.podspec-runtimeclassname",
    "dnsPolicy": "kubernetes.podspec-dnspolicy",
    "dnsConfig": "kubernetes.podspec-dnsconfig",
    "securityContext": "kubernetes.podspec-securitycontext",
    "shareProcessNamespace": "kubernetes.podspec-shareprocessnamespace",
    "hostIPC": "kubernetes.podspec-hostipc",
    "hostPID": "kubernetes.podspec-hostpid",
    "hostNetwork": "kubernetes.podspec-hostnetwork",
    "priorityClassName": "kubernetes.podspec-priorityclassname",
    "schedulerName": "kubernetes.podspec-schedulername",
    "initContainers": "kubernetes.podspec-init-containers",
}
VOLUMES = {
    "persistentVolumeClaim": "kubernetes.podspec-persistent-volume-claim",
    "hostPath": "kubernetes.podspec-volumes-hostpath",
    "csi": "kubernetes.podspec-volumes-csi",
    "image": "kubernetes.podspec-volumes-image",
}
WRITABLE_CLAIM = "kubernetes.podspec-persistent-volume-write"
FIELD_REFERENCE = "kubernetes.podspec-fieldref"
CAPABILITIES = "kubernetes.containerspec-addcapabilities"
SIDECAR_PROBES = "multi-container-probing"
PROBES = frozenset({"startupProbe", "readinessProbe", "livenessProbe"})


def features(pods: Iterable[Manifest]) -> dict[str, str]:
    """`config-features` data under which Knative accepts every one of `pods` (PodSpecs)."""
    return dict.fromkeys(sorted({flag for pod in pods for flag in _flags(pod)}), "enabled")


def _flags(pod: Manifest) -> Iterator[str]:
    yield from (flag for field, flag in POD_FIELDS.items() if pod.get(field))
    for volume in pod.get("volumes", ()):
        yield from (flag for kind, flag in VOLUMES.items() if kind in volume)
        if not volume.get("persistentVolumeClaim", {"readOnly": True}).get("readOnly"):
            yield WRITABLE_CLAIM
    containers = pod.get("containers", ())
    for container in containers:
        yield from _container_flags(container)
    if sum(bool(PROBES & set(container)) for container in containers) > 1:
        yield SIDECAR_PROBES


def _container_flags(container: Manifest) -> Iterator[str]:
    sources = [variable.get("valueFrom", {}) for variable in container.get("env", ())]
    if any({"fieldRef", "resourceFieldRef"} & set(source) for source in sources):
        yield FIELD_REFERENCE
    if container.get("securityContext", {}).get("capabilities", {}).get("add"):
        yield CAPABILITIES
