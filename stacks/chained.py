"""The chains of a stack and the asynchronous stages before them, as plain data."""

from components.consumer.manifest import Surroundings, consumer_objects
from components.graph.manifest import inference_graph
from components.types import Manifest
from stacks.config import StackConfig


def graphs(config: StackConfig) -> dict[str, Manifest]:
    """Every InferenceGraph, by name."""
    return {name: inference_graph(name, spec) for name, spec in config.graphs.items()}


def consumers(config: StackConfig) -> dict[str, list[Manifest]]:
    """Every asynchronous stage's objects, by name."""
    return {
        name: list(consumer_objects(name, spec, _around(config, spec.tenant, spec.calls)))
        for name, spec in config.consumers.items()
    }


def _around(config: StackConfig, tenant: str, called: str) -> Surroundings:
    """A predictor's Service is called alike in both modes."""
    return Surroundings(
        queue=config.tenants[tenant].queue,
        priority=config.tenants[tenant].priority,
        model_url=f"http://{called}-predictor.{tenant}.svc.cluster.local",
    )
