"""MIG needs somebody who cuts the GPUs, and on EKS's own images nobody can.

The operator's mig-manager leaves AL2023 nodes NotReady (NVIDIA/gpu-operator#2415), so it is off
there: the nodes would come up with whole GPUs, and no pod that asks for a part would ever start.
"""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem


def eks_mig(config: StackConfig) -> Iterator[Problem]:
    """Refuses groups of an EKS cluster that are to be cut by MIG."""
    if config.cluster.eks is None:
        return
    for name, group in config.node_groups.items():
        if group.sharing is not None and group.sharing.mig is not None:
            what = "nobody cuts GPUs by MIG on EKS's AL2023 nodes (gpu-operator#2415)"
            mend = "share by time_slicing or mps, or take a type with smaller GPUs"
            yield Problem(("node_groups", name, "sharing", "mig"), what, mend)
