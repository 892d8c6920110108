"""What a training job becomes: a Volcano Job, and the volume that outlives it."""

from dataclasses import dataclass, field

from components.hyper_node.manifest import near
from components.job.policies import policies
from components.job.spec import JobSpec
from components.model.pod import SCHEDULER, pod_security
from components.node_group.anywhere import ANYWHERE
from components.node_group.loss import TRAINING_SECONDS, leaving_after
from components.node_group.scheduling import GPU_RESOURCE
from components.quantity import cpu_quantity, memory_quantity
from components.runtime.manifest import container_security, volume_mounts, volumes
from components.tenant.spec import Size
from components.types import Manifest

WORKER = "worker"
RENDEZVOUS = 29500
"""torchrun's own default port."""


@dataclass(frozen=True, kw_only=True)
class JobPlace:
    """Where a job's workers run and what each takes: every reference resolved to plain data."""

    namespace: str
    queue: str
    priority: str
    node_selector: dict[str, str]
    tolerations: list[Manifest]
    resources: Size
    annotations: dict[str, str] = field(default_factory=dict)


def volcano_job(name: str, spec: JobSpec, place: JobPlace) -> Manifest:
    """The Job. What its webhook would fill in is said, so that a second run finds no change."""
    keep = spec.keep_finished_seconds
    kept = {} if keep is None else {"ttlSecondsAfterFinished": keep}
    return {
        "apiVersion": "batch.volcano.sh/v1alpha1",
        "kind": "Job",
        "metadata": {
            "name": name,
            "namespace": place.namespace,
            "annotations": {"volcano.sh/preemptable": str(spec.preemptable).lower()},
        },
        "spec": {
            "schedulerName": SCHEDULER,
            "queue": place.queue,
            "priorityClassName": place.priority,
            "minAvailable": spec.gang,
            "maxRetry": spec.retries,
            "policies": policies(spec),
            "plugins": {"env": [], "svc": []},
            "tasks": [_task(name, spec, place)],
            **({"networkTopology": near()} if spec.near else {}),
            **_volumes(name, spec),
            **kept,
        },
    }


def claim(name: str, spec: JobSpec, namespace: str) -> list[Manifest]:
    """The volume of its checkpoints, where the job brings its own."""
    kept = spec.checkpoint
    if kept is None or kept.size_gib is None:
        return []
    shared = "ReadWriteMany" if spec.workers > 1 else "ReadWriteOnce"
    chosen = {"storageClassName": kept.storage_class} if kept.storage_class else {}
    return [
        {
            "apiVersion": "v1",
            "kind": "PersistentVolumeClaim",
            "metadata": {"name": claim_name(name, spec), "namespace": namespace},
            "spec": {
                "accessModes": [shared],
                "resources": {"requests": {"storage": memory_quantity(kept.size_gib)}},
                **chosen,
            },
        }
    ]


def claim_name(name: str, spec: JobSpec) -> str:
    """The one that exists, or the job's own."""
    return (spec.checkpoint and spec.checkpoint.claim) or f"{name}-checkpoints"


def _volumes(name: str, spec: JobSpec) -> Manifest:
    if spec.checkpoint is None:
        return {}
    volume = {"mountPath": spec.checkpoint.mount, "volumeClaimName": claim_name(name, spec)}
    return {"volumes": [volume]}


def _task(name: str, spec: JobSpec, place: JobPlace) -> Manifest:
    return {
        "name": WORKER,
        "replicas": spec.workers,
        "minAvailable": spec.gang,
        "maxRetry": spec.retries,
        "template": {
            **({"metadata": {"annotations": place.annotations}} if place.annotations else {}),
            "spec": {
                "restartPolicy": "Never",
                "priorityClassName": place.priority,
                "nodeSelector": place.node_selector,
                "tolerations": [*place.tolerations, *leaving_after(TRAINING_SECONDS)],
                "topologySpreadConstraints": [ANYWHERE],
                **pod_security(),
                "containers": [_container(name, spec, place)],
                "volumes": volumes(),
            },
        },
    }


def _container(name: str, spec: JobSpec, place: JobPlace) -> Manifest:
    gpus = {GPU_RESOURCE: str(spec.gpus)} if spec.gpus else {}
    amounts = {
        "cpu": cpu_quantity(place.resources.cpu),
        "memory": memory_quantity(place.resources.memory_gib),
        **gpus,
    }
    said = {**_environment(name, spec), **spec.environment}
    return {
        "name": WORKER,
        "image": spec.image,
        "command": list(spec.command),
        "env": [{"name": key, "value": value} for key, value in said.items()],
        "resources": {"requests": amounts, "limits": amounts},
        "securityContext": container_security(),
        "volumeMounts": volume_mounts(),
    }


def _environment(name: str, spec: JobSpec) -> dict[str, str]:
    """The first worker is where the others meet; Volcano's svc plugin gives it this name."""
    kept = spec.checkpoint
    meeting = {"MASTER_ADDR": f"{name}-{WORKER}-0.{name}", "MASTER_PORT": str(RENDEZVOUS)}
    found = (
        {"CHECKPOINT_DIR": kept.mount, "CHECKPOINT_MINUTES": str(kept.every_minutes)}
        if kept
        else {}
    )
    return {"HOME": "/tmp", **(meeting if spec.workers > 1 else {}), **found}
