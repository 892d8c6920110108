"""A model on several nodes: a head that serves, a worker that computes, placed as one."""

from collections.abc import Iterator

from components.model.arguments import engine_arguments
from components.model.fabric import accepted
from components.model.placement import Placement
from components.model.pod import on_its_nodes
from components.model.predictor import engine_environment, resources
from components.model.readiness import outlive_the_head
from components.model.spec import ModelSpec
from components.types import Manifest

GROUP = "scheduling.k8s.io/group-name"
"""Binds a pod to a PodGroup that is there (Volcano 1.15.1 pg_controller_handler.go); the queue's
annotation has another prefix, and mixing them up is silently ignored."""


def gang(name: str, spec: ModelSpec, place: Placement) -> dict[str, str]:
    """The annotations that make head and worker one group, and their interfaces known to KServe."""
    return {**({GROUP: name} if spec.nodes > 1 else {}), **accepted(place)}


def pod_group(name: str, spec: ModelSpec, place: Placement) -> Iterator[Manifest]:
    """All or nothing: half of a model holds GPUs and answers nobody."""
    if spec.nodes == 1:
        return
    yield {
        "apiVersion": "scheduling.volcano.sh/v1beta1",
        "kind": "PodGroup",
        "metadata": {"name": name, "namespace": place.namespace},
        "spec": {
            "minMember": spec.nodes,
            "queue": place.queue,
            "priorityClassName": place.priority,
        },
    }


def worker(spec: ModelSpec, place: Placement) -> Manifest:
    """KServe counts the nodes from the sizes, and sets the GPUs of each itself."""
    if spec.nodes == 1:
        return {}
    world = spec.gpus * spec.nodes
    return {
        "workerSpec": {
            "tensorParallelSize": spec.engine.tensor_parallel_of(world),
            "pipelineParallelSize": spec.engine.pipeline_parallel,
            **on_its_nodes(spec, place),
            "containers": [_container(spec, place)],
        }
    }


def _container(spec: ModelSpec, place: Placement) -> Manifest:
    """The same engine on the other node, so the same image, options and environment."""
    environment = engine_environment(spec, place)
    return {
        "name": "worker-container",
        **({"image": spec.image} if spec.image else {}),
        "args": engine_arguments(spec.engine, spec.gpus * spec.nodes),
        **({"env": environment} if environment else {}),
        "resources": resources(spec, place),
        **outlive_the_head(spec),
    }
