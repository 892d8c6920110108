"""A stack's configuration on the simulated cluster: another cluster, with its own operators."""

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

from components.cluster.spec import ClusterSpec, ExistingCluster
from components.queue.spec import QueueSpec
from components.volcano.scheduler import left_out
from stacks.config import StackConfig
from stacks.provided import Provided, provided
from stacks.queues import pool
from stacks.scheduling import scheduler

CONTROLLERS = frozenset({"volcano", "kserve", "knative", "keda", "zone_tainter"})
"""Those whose real controllers run here, with the stack's own configuration."""

PLAYED = frozenset({"gpu_operator", "efa_device_plugin"})
"""What they do to a node (devices in its allocatable, discovery's labels) is done by ours."""


def on_simulated_cluster(config: StackConfig) -> Provided:
    """`config` with what this cluster has, and what of it is left out."""
    return provided(config, CONTROLLERS | PLAYED)


def older_scheduler(config: StackConfig) -> list[str]:
    """What the stack asks of its scheduler that Volcano 1.10 does not have, in words."""
    trees = any(queue.parent for queue in config.queues.values())
    lacks = [what for what in left_out(scheduler(config)) if trees or "hierarchy" not in what]
    return [*lacks, *(f"nearness of job {name}" for name, job in config.jobs.items() if job.near)]


class Reached(Protocol):
    """A cluster and the way to it: a control plane that runs, or its description."""

    @property
    def kubeconfig(self) -> Path | str: ...

    @property
    def context(self) -> str: ...

    @property
    def identifier(self) -> str | None: ...


def simulated(config: StackConfig, at: Reached) -> StackConfig:
    """`config`, filling the cluster `at` which it is to run, where nobody collects metrics."""
    cluster = ExistingCluster(
        kubeconfig=str(at.kubeconfig), context=at.context, identifier=at.identifier
    )
    here, nodes = on_simulated_cluster(config).config, pool(config)
    unscraped = here.metrics and here.metrics.model_copy(update={"scrape": "none"})
    queues = {name: _said_whole(spec, nodes) for name, spec in here.queues.items()}
    update = {
        "cluster": ClusterSpec(existing=cluster),
        "metrics": unscraped,
        "queues": queues,
        "jobs": {name: job.model_copy(update={"near": None}) for name, job in here.jobs.items()},
    }
    return here.model_copy(update=update)


def _said_whole(spec: QueueSpec, nodes: Mapping[str, float]) -> QueueSpec:
    """A queue whose share leaves no amount out.

    What `deserved` does not name has no say in Volcano 1.15; the simulated 1.10 reads it as none at
    all, and would let a queue that deserves GPUs only take nothing back (capacity.go of both).
    """
    if spec.deserved is None:
        return spec
    unsaid = {key for key in nodes if getattr(spec.deserved, key) is None}
    whole = {key: nodes[key] for key in unsaid - {"gpus"}}
    return spec.model_copy(update={"deserved": spec.deserved.model_copy(update=whole)})
