"""Stacks of any size, for measuring: many models on one kind of node."""

from pathlib import Path
from typing import Any

from stacks.config import StackConfig
from stacks.parse import parse

HERE = {"existing": {"kubeconfig": "/dev/null", "context": "bench"}}


def raw(models: int, *, stopped: bool = False, scaled: bool = False) -> dict[str, Any]:
    """A stack of `models` equal models, one GPU each, as plain data.

    Stopped ones cost the engine just as much and the cluster nothing: no pod is made. Scaled ones
    have objects beside their InferenceService.
    """
    gpus = models * (4 if scaled else 1)
    model = {
        "source": "hf://Qwen/Qwen2.5-0.5B-Instruct",
        "tenant": "bench",
        "node_group": "pool",
        "stopped": stopped,
        **({"scaling": {"min_replicas": 2, "max_replicas": 4}} if scaled else {}),
    }
    return {
        "cluster": HERE,
        "node_groups": {"pool": {"instance_type": "g5.48xlarge", "max_nodes": gpus // 8 + 1}},
        "priorities": {"bench": {"value": 1000}},
        "queues": {"bench": {}},
        "tenants": {"bench": {"queue": "bench", "priority": "bench"}},
        "models": {f"model-{index}": model for index in range(models)},
        **({"metrics": {"prometheus_url": "http://prometheus.example"}} if scaled else {}),
    }


def stack(models: int, *, stopped: bool = False) -> StackConfig:
    """The same, checked."""
    return parse(raw(models, stopped=stopped))


def where(root: Path) -> Path:
    """The state of a bench's cluster: a place of its own, removed after the run."""
    return root / ".simulation" / "bench"
