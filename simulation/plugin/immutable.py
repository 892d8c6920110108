"""Some fields cannot change in place: changing one replaces the object."""

from typing import Any, Final

from simulation.plugin import objects
from simulation.plugin.comparison import Path
from simulation.plugin.values import Properties

IDENTITY: Final = ("kind", "metadata.name", "metadata.namespace")
ROLE_BINDING: Final = ("roleRef",)
FIELDS: Final = {
    "container": """
        args command env image imagePullPolicy lifecycle livenessProbe ports readinessProbe
        resources securityContext stdin stdinOnce terminationMessagePath
        terminationMessagePolicy tty volumeDevices volumeMounts workingDir""",
    "pod": """
        affinity automountServiceAccountToken dnsConfig dnsPolicy enableServiceLinks
        hostAliases hostIPC hostNetwork hostPID hostname imagePullSecrets nodeName
        nodeSelector overhead preemptionPolicy priority priorityClassName readinessGates
        restartPolicy runtimeClassName schedulerName securityContext serviceAccount
        serviceAccountName shareProcessNamespace subdomain terminationGracePeriodSeconds
        volumes""",
    "volume": """
        awsElasticBlockStore azureDisk azureFile cephfs cinder csi fc flexVolume flocker
        gcePersistentDisk glusterfs hostPath iscsi local nfs photonPersistentDisk
        portworxVolume quobyte rbd scaleIO storageos vsphereVolume""",
    "claim": "accessModes selector storageClassName volumeName",
    "job": "completions parallelism selector template",
    "stateful set": """
        podManagementPolicy revisionHistoryLimit selector serviceName
        volumeClaimTemplates""",
}


def _spec(what: str, within: str = "spec") -> tuple[str, ...]:
    return tuple(f"{within}.{field}" for field in FIELDS[what].split())


CONTAINERS: Final = ("spec.containers.*", "spec.initContainers.*")
POD: Final = _spec("pod") + sum((_spec("container", where) for where in CONTAINERS), ())
FIXED: Final[dict[tuple[str, str], tuple[str, ...]]] = {
    ("apps/v1", "DaemonSet"): ("spec.selector",),
    ("apps/v1", "Deployment"): ("spec.selector",),
    ("apps/v1", "StatefulSet"): _spec("stateful set"),
    ("batch/v1", "Job"): _spec("job"),
    ("rbac.authorization.k8s.io/v1", "ClusterRoleBinding"): ROLE_BINDING,
    ("rbac.authorization.k8s.io/v1", "RoleBinding"): ROLE_BINDING,
    ("storage.k8s.io/v1", "StorageClass"): ("parameters", "provisioner"),
    ("v1", "PersistentVolume"): _spec("volume"),
    ("v1", "PersistentVolumeClaim"): _spec("claim"),
    ("v1", "Pod"): POD,
    ("v1", "ResourceQuota"): ("spec.scopes",),
    ("v1", "Secret"): ("type",),
    ("v1", "Service"): ("spec.clusterIP",),
}
DATA: Final = {"ConfigMap": ("data", "binaryData"), "Secret": ("type", "data", "stringData")}


def fixed_fields(inputs: Properties, mutable: frozenset[str]) -> tuple[str, ...]:
    """The fields whose change replaces this object; the data of mutable kinds may change."""
    version, kind = str(inputs.get("apiVersion")), str(inputs.get("kind"))
    if version == "v1" and kind in DATA and (kind not in mutable or inputs.get("immutable")):
        return IDENTITY + DATA[kind]
    return IDENTITY + FIXED.get((version, kind), ())


def replaces(path: Path, value: Any, fields: tuple[str, ...]) -> bool:
    """Whether a change to this value at this path touches one of the fields."""
    return any(_touches(path, value, field.split(".")) for field in fields)


def _touches(path: Path, value: Any, field: list[str]) -> bool:
    matched = all(wanted in ("*", part) for part, wanted in zip(path, field, strict=False))
    rest = field[len(path) :]
    return matched and (not rest or "*" in rest or objects.at(value, *rest) is not None)
