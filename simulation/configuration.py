"""A stack's configuration on the simulated cluster: only the cluster is another one."""

from pathlib import Path

from components.cluster.spec import ClusterSpec, ExistingCluster
from stacks.config import StackConfig


def simulated(config: StackConfig, kubeconfig: Path, context: str, identifier: str) -> StackConfig:
    """`config`, filling the cluster that `kubeconfig` leads to, where nobody collects metrics."""
    cluster = ExistingCluster(kubeconfig=str(kubeconfig), context=context, identifier=identifier)
    unscraped = config.metrics and config.metrics.model_copy(update={"scrape": "none"})
    update = {"cluster": ClusterSpec(existing=cluster), "metrics": unscraped}
    return config.model_copy(update=update)
