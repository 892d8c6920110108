"""An IAM role and who takes it. Wiring only."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.identity.plan import RolePlan, Subject


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
            _associate(name, subject, args.cluster_name, role.arn, child)
        self.arn = role.arn
        self.role_name = role.name
        self.register_outputs({"arn": self.arn})


@dataclass(frozen=True, kw_only=True)
class GivenArgs:
    """`roles` are ARNs that somebody else has made, by who takes them; each must trust
    pods.eks.amazonaws.com."""

    roles: Mapping[Subject, str]
    cluster_name: pulumi.Input[str]


class Given(pulumi.ComponentResource):
    """Service accounts that act in roles of which this stack only knows the name."""

    def __init__(
        self, name: str, args: GivenArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:identity:Given", name, None, opts)
        child = pulumi.ResourceOptions(parent=self)
        for subject, arn in args.roles.items():
            _associate(name, subject, args.cluster_name, arn, child)
        self.register_outputs({})


def _associate(
    name: str,
    subject: Subject,
    cluster_name: pulumi.Input[str],
    role_arn: pulumi.Input[str],
    opts: pulumi.ResourceOptions,
) -> None:
    aws.eks.PodIdentityAssociation(
        f"{name}-{subject.namespace}-{subject.service_account}",
        cluster_name=cluster_name,
        namespace=subject.namespace,
        service_account=subject.service_account,
        role_arn=role_arn,
        opts=opts,
    )
