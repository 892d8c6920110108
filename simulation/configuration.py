"""A stack's configuration on the simulated cluster: another cluster, with its own operators."""

from pathlib import Path

from components.cluster.spec import ClusterSpec, ExistingCluster
from stacks.config import StackConfig
from stacks.provided import Provided, provided

CONTROLLERS = frozenset({"volcano", "kserve", "knative", "keda"})
"""Those whose real controllers run here, with the stack's own configuration."""

PLAYED = frozenset({"gpu_operator"})
"""What it does to a node (GPUs in its allocatable, discovery's labels) is done by ours."""


def on_simulated_cluster(config: StackConfig) -> Provided:
    """`config` with what this cluster has, and what of it is left out."""
    return provided(config, CONTROLLERS | PLAYED)


def simulated(config: StackConfig, kubeconfig: Path, context: str, identifier: str) -> StackConfig:
    """`config`, filling the cluster that `kubeconfig` leads to, where nobody collects metrics."""
    cluster = ExistingCluster(kubeconfig=str(kubeconfig), context=context, identifier=identifier)
    here = on_simulated_cluster(config).config
    unscraped = here.metrics and here.metrics.model_copy(update={"scrape": "none"})
    update = {"cluster": ClusterSpec(existing=cluster), "metrics": unscraped}
    return here.model_copy(update=update)
