"""A stack's node groups by who makes their nodes."""

from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig


def managed_groups(config: StackConfig) -> dict[str, NodeGroupSpec]:
    """Those that are EKS managed node groups."""
    return {name: spec for name, spec in config.node_groups.items() if spec.karpenter is None}


def karpenter_groups(config: StackConfig) -> dict[str, NodeGroupSpec]:
    """Those whose nodes Karpenter makes."""
    return {name: spec for name, spec in config.node_groups.items() if spec.karpenter is not None}
