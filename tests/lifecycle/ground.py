"""A pool of its own in the shared cluster, where a job and a server want the same GPUs."""

from dataclasses import dataclass

from components.job.manifest import JobPlace, volcano_job
from components.job.spec import Checkpoint, JobSpec
from components.tenant.spec import Size
from simulation.control_plane import ControlPlane
from simulation.control_plane.manifest import Manifest
from tests.simulation.control_plane.cluster_objects import created, pods
from tests.support.cluster import gpu_node

GPU = "nvidia.com/gpu"


def node(label: str, index: int) -> Manifest:
    made = gpu_node(f"{label}-{index}", gpus=2)
    made["metadata"]["labels"]["pool"] = label
    return made


def tuning(namespace: str, workers: int = 1) -> JobSpec:
    """A job of so many workers that keeps what it has done."""
    return JobSpec(
        tenant=namespace,
        node_group="g",
        image="trainer:1",
        command=("train",),
        workers=workers,
        runs_minutes=60,
        may_lose_minutes=1,
        checkpoint=Checkpoint(claim="kept", every_minutes=1),
    )


@dataclass(frozen=True)
class Ground:
    """One namespace on a pool of its own, with a low and a high priority."""

    plane: ControlPlane
    namespace: str
    pool: str
    low: str
    high: str

    def job(self, workers: int, queue: str = "default", name: str = "tune") -> str:
        """Workers of one GPU each that lose at most a minute; returns where it lies."""
        spec = tuning(self.namespace, workers)
        where = JobPlace(
            namespace=self.namespace,
            queue=queue,
            priority=self.low,
            node_selector={"pool": self.pool},
            tolerations=[],
            resources=Size(cpu=1, memory_gib=1),
        )
        return created(self.plane, volcano_job(name, spec, where))

    def servers(self, replicas: int) -> str:
        """A model's Deployment of one GPU each: all its pods are of one group of one."""
        template = self._pod(1, "default")
        labels = {"app": "server"}
        template["metadata"] = {
            "labels": labels,
            "annotations": template["metadata"]["annotations"],
        }
        spec = {"replicas": replicas, "selector": {"matchLabels": labels}, "template": template}
        metadata = {"name": "server", "namespace": self.namespace}
        made = {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": metadata, "spec": spec}
        return created(self.plane, made)

    def server(self, gpus: int, queue: str = "default") -> str:
        """A pod that answers people: higher, and nobody's victim."""
        return created(self.plane, {"apiVersion": "v1", "kind": "Pod", **self._pod(gpus, queue)})

    def _pod(self, gpus: int, queue: str) -> Manifest:
        room = {"cpu": "1", "memory": "1Gi", GPU: str(gpus)}
        container = {"name": "serve", "image": "serve", "resources": {"limits": room}}
        annotations = {
            "volcano.sh/preemptable": "false",
            "scheduling.volcano.sh/queue-name": queue,
        }
        return {
            "metadata": {
                "name": "server",
                "namespace": self.namespace,
                "annotations": annotations,
            },
            "spec": {
                "schedulerName": "volcano",
                "priorityClassName": self.high,
                "nodeSelector": {"pool": self.pool},
                "containers": [container],
            },
        }

    def running(self) -> list[str]:
        """The pods that have a node and are not on their way out, by what they are."""
        return sorted(
            pod["spec"]["containers"][0]["name"]
            for pod in pods(self.plane, self.namespace)
            if pod["spec"].get("nodeName") and "deletionTimestamp" not in pod["metadata"]
        )

    def waiting(self) -> int:
        """Pods that have no node."""
        return sum(not pod["spec"].get("nodeName") for pod in pods(self.plane, self.namespace))

    def claims(self) -> set[str]:
        """The claims that the workers mount."""
        return {
            volume["persistentVolumeClaim"]["claimName"]
            for pod in pods(self.plane, self.namespace)
            for volume in pod["spec"].get("volumes", [])
            if "persistentVolumeClaim" in volume
        }
