"""More people than a moment ago, as far as the cluster sees them: what the scalers then write."""

from collections.abc import Iterator

from components.model.spec import ModelSpec
from simulation.control_plane.api import Api
from stacks.config import StackConfig


def most(config: StackConfig, factor: int) -> dict[str, int]:
    """By model that can grow, `factor` times its floor, up to its ceiling."""
    return {
        name: min(spec.scaling.max_replicas, factor * spec.scaling.min_replicas)
        for name, spec in _growing(config)
    }


def calm(config: StackConfig) -> dict[str, int]:
    """By model that can grow, its floor: nobody measures the simulated models, so none shrinks."""
    return {name: spec.scaling.min_replicas for name, spec in _growing(config)}


def scale(api: Api, namespace: str, model: str, replicas: int) -> None:
    """Write the scale of a Standard model's Deployment, if it is there, as an autoscaler does."""
    name = f"{model}-predictor"
    target = f"/apis/apps/v1/namespaces/{namespace}/deployments/{name}/scale"
    if api.find(target) is None:
        return
    body = {
        "apiVersion": "autoscaling/v1",
        "kind": "Scale",
        "metadata": {"name": name, "namespace": namespace},
        "spec": {"replicas": replicas},
    }
    api.replace(target, body)


def _growing(config: StackConfig) -> Iterator[tuple[str, ModelSpec]]:
    for name, spec in config.models.items():
        bounds = spec.scaling
        scaled = not spec.stopped and spec.mode == "standard"
        if scaled and bounds.max_replicas > bounds.min_replicas > 0:
            yield name, spec
