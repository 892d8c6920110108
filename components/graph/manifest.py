"""What a chain becomes in KServe: an InferenceGraph, whose router calls the models."""

from components.graph.spec import GraphSpec, Node, Step
from components.hours.manifest import STOP
from components.node_group.loss import SERVING_SECONDS, leaving_after
from components.quantity import cpu_quantity, memory_quantity
from components.types import Manifest

ROUTERS = {
    "sequence": "Sequence",
    "switch": "Switch",
    "ensemble": "Ensemble",
    "splitter": "Splitter",
}
MODE = {"serving.kserve.io/deploymentMode": "Standard"}


def inference_graph(name: str, spec: GraphSpec) -> Manifest:
    """The InferenceGraph in its tenant's namespace."""
    amounts = {"cpu": cpu_quantity(spec.cpu), "memory": memory_quantity(spec.memory_gib)}
    return {
        "apiVersion": "serving.kserve.io/v1alpha1",
        "kind": "InferenceGraph",
        "metadata": {
            "name": name,
            "namespace": spec.tenant,
            "annotations": {**MODE, **({STOP: "true"} if spec.stopped else {})},
        },
        "spec": {
            "nodes": {key: _node(node) for key, node in spec.nodes.items()},
            "minReplicas": spec.min_replicas,
            "maxReplicas": spec.max_replicas,
            "timeout": spec.timeout_seconds,
            "resources": {"requests": amounts, "limits": amounts},
            "tolerations": leaving_after(SERVING_SECONDS),
        },
    }


def _node(node: Node) -> Manifest:
    return {"routerType": ROUTERS[node.router], "steps": [_step(step) for step in node.steps]}


def _step(step: Step) -> Manifest:
    said = {
        "name": step.name,
        "serviceName": step.model,
        "nodeName": step.node,
        "serviceUrl": step.url,
        "data": f"${step.data}" if step.data else None,
        "dependency": step.dependency.capitalize(),
        "condition": step.condition,
        "weight": step.weight,
    }
    return {key: value for key, value in said.items() if value is not None}
