"""A launch template as data.

It has no image, so EKS adds its bootstrap to our user data and the image stays the group's
`ami_type` and pinned release. What a template of one's own loses is set again in it: an encrypted
disk that holds model images, the metadata service's hop limit.
"""

from dataclasses import dataclass

from catalogue.instances import Instance, instances
from catalogue.network_cards import cards_beside_efa
from components.launch_template.user_data import encoded, mime, node_config
from components.node_group.capacity import node_capacity
from components.node_group.ec2 import Disk
from components.node_group.spec import NodeGroupSpec

ROOT_DEVICE = "/dev/xvda"
HOP_LIMIT = 2
"""1, a custom template's default, shuts pods out that are not on the host's network (FACTS 2.2)."""


@dataclass(frozen=True, kw_only=True)
class NetworkCard:
    """One device; the first also carries IP, the others are for RDMA only."""

    interface_type: str
    device_index: int
    network_card_index: int


@dataclass(frozen=True, kw_only=True)
class LaunchPlan:
    """One template. `instance_type` and `market` are for Capacity Blocks, which want them here."""

    user_data: str
    disk: Disk
    network_cards: tuple[NetworkCard, ...]
    reservation: str | None
    market: str | None
    instance_type: str | None


def launch_plan(spec: NodeGroupSpec) -> LaunchPlan:
    """What the nodes of `spec` start from."""
    machine = instances()[str(spec.instance_type)]
    block = spec.capacity_block
    reserved = block or spec.reservation
    has_nvme = machine.local_nvme_gb > 0
    config = node_config(node_capacity(spec).max_pods, has_nvme=has_nvme, numa=spec.numa)
    return LaunchPlan(
        user_data=encoded(mime(config)),
        disk=spec.disk,
        network_cards=network_cards(machine) if spec.interconnect else (),
        reservation=reserved.id if reserved else None,
        market="capacity-block" if block else None,
        instance_type=machine.name if block else None,
    )


def network_cards(machine: Instance) -> tuple[NetworkCard, ...]:
    """One device for each card (terraform-aws-eks 21.19.0, eks-managed-node-group)."""
    cards = cards_beside_efa().get(machine.name, machine.efa_interfaces)
    first = "efa" if cards == machine.efa_interfaces else "interface"
    return tuple(
        NetworkCard(
            interface_type="efa-only" if index else first,
            device_index=min(index, 1),
            network_card_index=index,
        )
        for index in range(cards)
    )
