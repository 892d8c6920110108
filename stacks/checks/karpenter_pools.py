"""Karpenter makes nodes when pods ask for them, and cannot make those that it runs on itself."""

from collections.abc import Iterator

from stacks.config import StackConfig
from stacks.problem import Problem


def karpenter_pools(config: StackConfig) -> Iterator[Problem]:
    """Refuses what a pool ignores: a smallest size, and a way of updating."""
    for name, group in config.node_groups.items():
        if group.karpenter is None:
            continue
        if group.min_nodes:
            what = "is above 0, and Karpenter keeps no node that nobody asks for"
            yield Problem(("node_groups", name, "min_nodes"), what, "leave it, or `karpenter`, out")
        if group.update:
            what = "is a managed group's; Karpenter replaces a node before it ends the old one"
            yield Problem(("node_groups", name, "update"), what, "leave it out")
