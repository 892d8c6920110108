"""EKS add-ons. Wiring only: which ones, and what after what, is in plan.

Raw resources, not eks.Addon: that one asks AWS for the newest version, and knows no Pod Identity
associations.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pulumi
import pulumi_aws as aws

from components.addon.plan import AddonPlan

OURS = "OVERWRITE"
"""Our configuration wins, on creation over what EKS put there and on updates over changes."""


@dataclass(frozen=True, kw_only=True)
class AddonsArgs:
    """`versions` and `role_arns` are by the add-on's name; `after` is what all of them wait for."""

    plans: Sequence[AddonPlan]
    versions: Mapping[str, str]
    role_arns: Mapping[str, pulumi.Input[str]]
    cluster_name: pulumi.Input[str]
    after: Sequence[pulumi.Resource] = ()


class Addons(pulumi.ComponentResource):
    """Some add-ons, each after those that it needs."""

    def __init__(
        self, name: str, args: AddonsArgs, opts: pulumi.ResourceOptions | None = None
    ) -> None:
        super().__init__("gpu-inference:addon:Addons", name, None, opts)
        made: dict[str, pulumi.Resource] = {}
        for plan in args.plans:
            made[plan.name] = aws.eks.Addon(
                plan.name,
                addon_name=plan.name,
                addon_version=args.versions[plan.name],
                cluster_name=args.cluster_name,
                configuration_values=json.dumps(plan.configuration) if plan.configuration else None,
                pod_identity_associations=_associations(plan, args),
                resolve_conflicts_on_create=OURS,
                resolve_conflicts_on_update=OURS,
                opts=pulumi.ResourceOptions(
                    parent=self, depends_on=[*args.after, *(made[needed] for needed in plan.after)]
                ),
            )
        self.register_outputs({})


def _associations(
    plan: AddonPlan, args: AddonsArgs
) -> list[aws.eks.AddonPodIdentityAssociationArgs]:
    return [
        aws.eks.AddonPodIdentityAssociationArgs(
            role_arn=args.role_arns[plan.name], service_account=account
        )
        for account in (plan.service_account,)
        if account is not None
    ]
