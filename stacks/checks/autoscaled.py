"""Groups that may grow have somebody who lets them, and who knows which cluster it is."""

from collections.abc import Iterator

from components.cluster.eks import EksCluster
from stacks.config import StackConfig
from stacks.groups import managed_groups
from stacks.problem import Path, Problem
from stacks.releases.aws import in_cluster


def autoscaled(config: StackConfig) -> Iterator[Problem]:
    """Refuses growing groups without an autoscaler, and controllers of another cluster."""
    eks = config.cluster.eks
    if eks is None:
        return
    growing = [n for n, g in managed_groups(config).items() if g.min_nodes < g.max_nodes]
    if growing and config.platform.cluster_autoscaler is None:
        what = f"is absent, so {', '.join(growing)} would never grow"
        mend = f"add {{cluster_name: {eks.name}, region: {eks.region}}}, or fix the groups' sizes"
        yield Problem(("platform", "cluster_autoscaler"), what, mend)
    for name in ("cluster_autoscaler", "aws_load_balancer_controller"):
        spec = getattr(in_cluster(config), name)
        if spec is not None and not spec.provided:
            yield from _other(("platform", name), (spec.cluster_name, spec.region), eks)


def _other(path: Path, where: tuple[str, str], eks: EksCluster) -> Iterator[Problem]:
    if where != (eks.name, eks.region):
        what = f"works on {' in '.join(where)}, and the cluster is {eks.name} in {eks.region}"
        yield Problem(path, what, "name the same cluster_name and region")
