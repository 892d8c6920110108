"""More people than a moment ago, as far as the cluster sees them: what the scalers then write."""

from components.model.spec import ModelSpec
from simulation.control_plane.api import Api
from stacks.config import StackConfig


def most(config: StackConfig, factor: int) -> dict[str, int]:
    """By model that can grow, `factor` times its floor, up to its ceiling."""
    wanted = {name: _wanted(spec, factor) for name, spec in config.models.items()}
    return {
        name: count
        for name, count in wanted.items()
        if count > config.models[name].scaling.min_replicas > 0
    }


def calm(config: StackConfig) -> dict[str, int]:
    """By model that can grow, its floor: nobody measures the simulated models, so none shrinks."""
    return {
        name: spec.scaling.min_replicas
        for name, spec in config.models.items()
        if not spec.stopped
        and spec.mode == "standard"
        and spec.scaling.max_replicas > spec.scaling.min_replicas > 0
    }


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


def _wanted(spec: ModelSpec, factor: int) -> int:
    if spec.stopped or spec.mode != "standard":
        return 0
    return min(spec.scaling.max_replicas, factor * spec.scaling.min_replicas)
