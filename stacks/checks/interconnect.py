"""EFA where the machine has it, and where somebody can set it up."""

from collections.abc import Iterator

from catalogue.instances import instances
from stacks.config import StackConfig
from stacks.problem import Problem


def interconnect(config: StackConfig) -> Iterator[Problem]:
    """Refuses EFA on types without it, and on Karpenter's nodes."""
    for name, group in config.node_groups.items():
        machine = instances().get(group.instance_type or "")
        path = ("node_groups", name, "interconnect")
        if group.interconnect and machine and not machine.efa_interfaces:
            what = f"{machine.name} has no EFA"
            yield Problem(path, what, "use a larger size of the family, or leave it out")
        if group.interconnect and group.karpenter:
            what = "Karpenter's nodes have no placement group with the cards of EFA here"
            yield Problem(path, what, "leave out `karpenter`: a managed group has both")
