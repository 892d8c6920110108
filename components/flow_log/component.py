"""A VPC's flow log. Wiring only."""

import json
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.flow_log.policy import trust, write_to


@dataclass(frozen=True, kw_only=True)
class FlowLogArgs:
    """`log_group` and its ARN are known before it exists, so the policy names it and no other."""

    vpc_id: pulumi.Input[str]
    log_group: str
    log_group_arn: str
    days: int
    account_id: str


class FlowLog(pulumi.ComponentResource):
    """Accepted and rejected connections, kept for some days."""

    def __init__(
        self, name: str, args: FlowLogArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:flow-log:FlowLog", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        group = aws.cloudwatch.LogGroup(
            name, name=args.log_group, retention_in_days=args.days, opts=child
        )
        role = aws.iam.Role(name, assume_role_policy=json.dumps(trust(args.account_id)), opts=child)
        policy = aws.iam.RolePolicy(
            name, role=role.name, policy=json.dumps(write_to(args.log_group_arn)), opts=child
        )
        aws.ec2.FlowLog(
            name,
            vpc_id=args.vpc_id,
            traffic_type="ALL",
            log_destination=group.arn,
            iam_role_arn=role.arn,
            opts=pulumi.ResourceOptions(parent=self, depends_on=[policy]),
        )
        self.register_outputs({})
