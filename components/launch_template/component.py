"""A launch template. Wiring only: every decision is in plan."""

from collections.abc import Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws
from pulumi_aws.ec2 import (
    LaunchTemplateCapacityReservationSpecificationArgs as ReservationArgs,
)
from pulumi_aws.ec2 import (
    LaunchTemplateCapacityReservationSpecificationCapacityReservationTargetArgs as TargetArgs,
)

from components.launch_template.plan import HOP_LIMIT, ROOT_DEVICE, LaunchPlan, NetworkCard
from components.node_group.ec2 import Disk


@dataclass(frozen=True, kw_only=True)
class LaunchTemplateArgs:
    """`security_group_ids` and `placement_group` are for nodes with network cards of their own."""

    plan: LaunchPlan
    tags: dict[str, str]
    security_group_ids: Sequence[pulumi.Input[str]] = ()
    placement_group: pulumi.Input[str] | None = None


class LaunchTemplate(pulumi.ComponentResource):
    """Its id, and its newest version by number: `$Latest` would never show a change."""

    id: pulumi.Output[str]
    version: pulumi.Output[str]

    def __init__(
        self, name: str, args: LaunchTemplateArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:launch-template:LaunchTemplate", name, None, opts)
        plan = args.plan
        made = aws.ec2.LaunchTemplate(
            name,
            update_default_version=True,
            user_data=plan.user_data,
            instance_type=plan.instance_type,
            block_device_mappings=[_root(plan.disk)],
            metadata_options=aws.ec2.LaunchTemplateMetadataOptionsArgs(
                http_tokens="required", http_put_response_hop_limit=HOP_LIMIT
            ),
            network_interfaces=[_card(card, args) for card in plan.network_cards],
            placement=_placement(args),
            instance_market_options=_market(plan),
            capacity_reservation_specification=_reservation(plan),
            tag_specifications=[
                aws.ec2.LaunchTemplateTagSpecificationArgs(resource_type=kind, tags=args.tags)
                for kind in ("instance", "volume")
            ],
            opts=pulumi.ResourceOptions(parent=self),
        )
        self.id = made.id
        self.version = made.latest_version.apply(_number)
        self.register_outputs({"id": self.id, "version": self.version})


def _number(version: float) -> str:
    return str(int(version))


def _root(disk: Disk) -> aws.ec2.LaunchTemplateBlockDeviceMappingArgs:
    """Booleans are strings here."""
    return aws.ec2.LaunchTemplateBlockDeviceMappingArgs(
        device_name=ROOT_DEVICE,
        ebs=aws.ec2.LaunchTemplateBlockDeviceMappingEbsArgs(
            volume_type="gp3",
            volume_size=disk.gib,
            iops=disk.iops,
            throughput=disk.mib_per_second,
            encrypted="true",
            delete_on_termination="true",
        ),
    )


def _card(
    card: NetworkCard, args: LaunchTemplateArgs
) -> aws.ec2.LaunchTemplateNetworkInterfaceArgs:
    return aws.ec2.LaunchTemplateNetworkInterfaceArgs(
        interface_type=card.interface_type,
        device_index=card.device_index,
        network_card_index=card.network_card_index,
        security_groups=args.security_group_ids,
        delete_on_termination="true",
    )


def _placement(args: LaunchTemplateArgs) -> aws.ec2.LaunchTemplatePlacementArgs | None:
    group = args.placement_group
    return None if group is None else aws.ec2.LaunchTemplatePlacementArgs(group_name=group)


def _market(plan: LaunchPlan) -> aws.ec2.LaunchTemplateInstanceMarketOptionsArgs | None:
    market = plan.market
    if market is None:
        return None
    return aws.ec2.LaunchTemplateInstanceMarketOptionsArgs(market_type=market)


def _reservation(plan: LaunchPlan) -> ReservationArgs | None:
    reservation = plan.reservation
    if reservation is None:
        return None
    return ReservationArgs(
        capacity_reservation_target=TargetArgs(capacity_reservation_id=reservation)
    )
