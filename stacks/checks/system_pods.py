"""There is room for what a cluster itself runs: on every node, and on some that take everybody."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from components.node_group.capacity import MIB_PER_GIB, node_capacity
from components.node_group.scheduling import taints
from components.node_group.spec import NodeGroupSpec
from stacks.config import StackConfig
from stacks.groups import managed_groups
from stacks.problem import Problem


class Room(NamedTuple):
    """For pods: cores, MiB, and how many."""

    cpu: float
    memory_mib: float
    pods: int

    def __str__(self) -> str:
        return f"{self.cpu:g} CPU, {self.memory_mib / MIB_PER_GIB:.1f} GiB and {self.pods} pods"


ON_EVERY_NODE = Room(0.5, 512, 8)
"""aws-node, kube-proxy, Pod Identity agent, EBS CSI node, node monitoring, log collector, exporter,
and the GPU Operator's; their requests, rounded up."""

SOMEWHERE = Room(4, 12 * MIB_PER_GIB, 40)
"""CoreDNS, metrics server, CSI controllers, autoscaler, load balancer controller, the platform's
operators and Prometheus, with two replicas each; their requests, rounded up."""


def system_pods(config: StackConfig) -> Iterator[Problem]:
    """Refuses nodes that their own DaemonSets fill, and a cluster whose only nodes have GPUs."""
    if config.cluster.eks is None:
        return
    for name, group in config.node_groups.items():
        if _less(_room(group), ON_EVERY_NODE):
            what = f"its nodes have {_room(group)}; the system's own pods take {ON_EVERY_NODE}"
            mend = "use a larger instance_type, or more max_pods"
            yield Problem(("node_groups", name), what, mend)
    home = _always_there(managed_groups(config).values())
    if _less(home, SOMEWHERE):
        what = (
            f"managed groups without GPUs and spot always have {home}; the system takes {SOMEWHERE}"
        )
        mend = (
            "add one with min_nodes, or raise it: CoreDNS and the operators tolerate no GPU taint"
        )
        yield Problem(("node_groups",), what, mend)


def _always_there(groups: Iterable[NodeGroupSpec]) -> Room:
    """What the fewest nodes that take everybody have beside their DaemonSets."""
    cpu = memory_mib = pods = 0.0
    for group in groups:
        if not taints(group):
            node = _room(group)
            cpu += group.min_nodes * (node.cpu - ON_EVERY_NODE.cpu)
            memory_mib += group.min_nodes * (node.memory_mib - ON_EVERY_NODE.memory_mib)
            pods += group.min_nodes * (node.pods - ON_EVERY_NODE.pods)
    return Room(cpu, memory_mib, int(pods))


def _room(group: NodeGroupSpec) -> Room:
    node = node_capacity(group)
    return Room(node.cpu, node.memory_mib, node.max_pods)


def _less(have: Room, need: Room) -> bool:
    return any(one < other for one, other in zip(have, need, strict=True))
