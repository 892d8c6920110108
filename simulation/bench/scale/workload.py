"""What a piece of work becomes: the Deployment that KServe would make of a model, or a Volcano Job.

Through KServe 500 models would measure KServe; so a model is here the Deployment of the pods that
this project describes. The other schedulers get the same pods, under the scheduler's own name.
"""

from components.job.manifest import JobPlace, volcano_job
from components.job.spec import JobSpec
from components.model.manifest import inference_service
from components.model.placement import Placement, placement, share_of_node
from components.model.pod import pod, served_by
from components.model.predictor import resources
from components.model.spec import ModelSpec
from components.node_group.capacity import node_capacity
from components.node_group.scheduling import node_selector, tolerations
from components.node_group.spec import NodeGroupSpec
from components.priority.manifest import priority_class
from components.priority.spec import PrioritySpec
from components.queue.manifest import queue
from components.queue.spec import QueueSpec, Resources
from components.tenant.spec import Size, TenantSpec
from components.types import Manifest
from simulation.bench.scale.events import Work

NAMESPACE = "bench"
GROUP = "pool"
WORK_LABEL = "simulation.gpu-inference/work"
IMAGE = "dev.local/bench:1"
FOREVER = {"pod-complete.stage.kwok.x-k8s.io/delay": "24h"}
PRIORITIES = {"online": 10_000, "urgent": 100_000, "training": 100}
TENANT = TenantSpec(queue="online", priority="online")


def pool(nodes: int) -> dict[str, NodeGroupSpec]:
    """Equal nodes of eight GPUs."""
    return {GROUP: NodeGroupSpec(instance_type="p5.48xlarge", max_nodes=nodes)}


def priorities() -> list[Manifest]:
    """Who goes first."""
    return [priority_class(name, PrioritySpec(value=value)) for name, value in PRIORITIES.items()]


def queues(nodes: int) -> list[Manifest]:
    """Nine tenths for who answers people; training borrows what they leave."""
    node = node_capacity(pool(1)[GROUP])

    def part(share: float) -> QueueSpec:
        amount = nodes * share
        memory = amount * node.memory_mib / 1024
        deserved = Resources(
            gpus=int(amount * node.gpus), cpu=amount * node.cpu, memory_gib=int(memory)
        )
        return QueueSpec(deserved=deserved)

    return [queue("online", part(0.9)), queue("training", part(0.1))]


def model(work: Work) -> Manifest:
    """The Deployment of a model's replicas."""
    spec = ModelSpec.model_validate(
        {
            "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
            "tenant": NAMESPACE,
            "node_group": GROUP,
            "gpus": work.gpus,
            "queue": work.queue,
            "priority": work.rank,
            "scaling": {"min_replicas": 1, "max_replicas": 1_000},
        }
    )
    place = placement(spec, TENANT, pool(1)[GROUP])
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": work.name, "namespace": NAMESPACE},
        "spec": {
            "replicas": work.pods,
            "selector": {"matchLabels": served_by(work.name, spec)},
            "template": _template(work.name, spec, place),
        },
    }


def _template(name: str, spec: ModelSpec, place: Placement) -> Manifest:
    """KServe hands a service's annotations on to its pods; only the scheduler's matter here."""
    said = inference_service(name, spec, place)["metadata"]["annotations"]
    kept = {key: text for key, text in said.items() if "volcano.sh/" in key}
    server = {"name": "server", "image": IMAGE, "resources": resources(spec, place)}
    return {
        "metadata": {
            "labels": {**served_by(name, spec), WORK_LABEL: name},
            "annotations": kept,
        },
        "spec": {**pod(name, spec, place), "containers": [server]},
    }


def gang(work: Work) -> Manifest:
    """The Volcano Job of a training run that ends long after the bench."""
    group = pool(1)[GROUP]
    cpu, memory_gib = share_of_node(work.gpus, node_capacity(group))
    spec = JobSpec(
        tenant=NAMESPACE,
        node_group=GROUP,
        image=IMAGE,
        command=("train",),
        workers=work.pods,
        gpus=work.gpus,
        runs_minutes=1,
    )
    place = JobPlace(
        namespace=NAMESPACE,
        queue=work.queue,
        priority=work.rank,
        node_selector=node_selector(GROUP),
        tolerations=tolerations(group),
        resources=Size(cpu=cpu, memory_gib=memory_gib),
    )
    made = volcano_job(work.name, spec, place)
    template = made["spec"]["tasks"][0]["template"]
    template["metadata"] = {"labels": {WORK_LABEL: work.name}, "annotations": FOREVER}
    return made
