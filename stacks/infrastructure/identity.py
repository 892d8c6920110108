"""The identities of a stack's cluster, and the add-ons that act in them."""

from collections.abc import Mapping, Sequence

import pulumi

from components.addon.component import Addons, AddonsArgs
from components.addon.plan import AddonPlan
from components.cluster.component import ControlPlane
from components.identity.component import Given, GivenArgs, Role, RoleArgs
from components.identity.plan import RolePlan
from stacks import versions
from stacks.accounts import given
from stacks.config import StackConfig
from stacks.identities import addon_roles


def identities(
    plans: Mapping[str, RolePlan], plane: ControlPlane, opts: pulumi.ResourceOptions
) -> dict[str, Role]:
    """The roles, by name."""
    return {
        name: Role(name, RoleArgs(plan=plan, cluster_name=plane.cluster), opts)
        for name, plan in plans.items()
    }


def named(config: StackConfig, plane: ControlPlane, opts: pulumi.ResourceOptions) -> list[Given]:
    """The roles that the stack file names; nothing where it names none."""
    roles = given(config)
    return (
        [Given("given", GivenArgs(roles=roles, cluster_name=plane.cluster), opts)] if roles else []
    )


def addons(
    name: str,
    plans: Sequence[AddonPlan],
    plane: ControlPlane,
    after: Sequence[pulumi.Resource],
    opts: pulumi.ResourceOptions,
) -> Addons:
    """Some add-ons at the versions that go with the cluster's, each in a role of its own."""
    taken = {
        key: Role(f"{key}-role", RoleArgs(plan=plan, cluster_name=plane.cluster), opts)
        for key, plan in addon_roles(plans).items()
    }
    args = AddonsArgs(
        plans=plans,
        versions=versions.EKS_ADDONS[plane.kubernetes],
        role_arns={key: role.arn for key, role in taken.items()},
        cluster_name=plane.cluster,
        after=[*after, *taken.values()],
    )
    return Addons(name, args, opts)
