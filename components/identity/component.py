"""An IAM role and who takes it. Wiring only."""

import json
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.identity.plan import RolePlan


@dataclass(frozen=True, kw_only=True)
class RoleArgs:
    """The plan; the cluster's name makes the associations wait for it."""

    plan: RolePlan
    cluster_name: pulumi.Input[str]


class Role(pulumi.ComponentResource):
    """A role with exactly its policies, and the service accounts that act in it."""

    arn: pulumi.Output[str]
    role_name: pulumi.Output[str]

    def __init__(
        self, name: str, args: RoleArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:identity:Role", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        plan = args.plan
        role = aws.iam.Role(
            name, name=plan.physical_name, assume_role_policy=json.dumps(plan.trust), opts=child
        )
        for arn in plan.managed:
            aws.iam.RolePolicyAttachment(
                f"{name}-{arn.rpartition('/')[2]}", role=role.name, policy_arn=arn, opts=child
            )
        for key, policy in plan.policies.items():
            aws.iam.RolePolicy(
                f"{name}-{key}", role=role.name, policy=json.dumps(policy), opts=child
            )
        for subject in plan.subjects:
            aws.eks.PodIdentityAssociation(
                f"{name}-{subject.namespace}-{subject.service_account}",
                cluster_name=args.cluster_name,
                namespace=subject.namespace,
                service_account=subject.service_account,
                role_arn=role.arn,
                opts=child,
            )
        self.arn = role.arn
        self.role_name = role.name
        self.register_outputs({"arn": self.arn})
