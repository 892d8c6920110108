"""Which roles a stack's EKS cluster has, by name: what its sections need, and no more."""

from collections.abc import Iterable

from components.addon.plan import AddonPlan, after_nodes, before_nodes, on_request
from components.cluster.eks import EksCluster
from components.identity import workloads
from components.identity.plan import RolePlan
from stacks.accounts import readers
from stacks.config import StackConfig
from stacks.groups import karpenter_groups, managed_groups


def roles(config: StackConfig, eks: EksCluster) -> dict[str, RolePlan]:
    """The node's role and those of workloads; add-ons' are at the add-ons."""
    place, models = eks.place, eks.bucket("models")
    growing = any(g.min_nodes < g.max_nodes for g in managed_groups(config).values())
    wanted = {
        "models-reader": workloads.models_reader(place, models, eks.key_alias, readers(config)),
        "load-balancer-controller": workloads.load_balancer_controller(eks.name, place),
    }
    if growing:
        wanted["cluster-autoscaler"] = workloads.cluster_autoscaler(eks.name, place)
    if karpenter_groups(config):
        wanted["karpenter"] = workloads.karpenter(eks.name, place)
    if eks.backups is not None:
        backups = eks.bucket("backups")
        wanted["backups-writer"] = workloads.backups_writer(place, backups, eks.key_alias)
    return wanted


def node_role(eks: EksCluster) -> RolePlan:
    """What every node is."""
    registries = eks.image_cache.registries if eks.image_cache else ()
    return workloads.node(eks.name, eks.place, registries)


def early_addons(eks: EksCluster) -> tuple[AddonPlan, ...]:
    """Those that nodes wait for."""
    return before_nodes(eks.place)


def late_addons(eks: EksCluster) -> tuple[AddonPlan, ...]:
    """Those that wait for nodes; what the stack asked for comes last."""
    asked = on_request(eks.place, eks.bucket("models"), eks.key_alias)
    return (*after_nodes(eks.place), *(asked[word] for word in eks.addons))


def addon_roles(plans: Iterable[AddonPlan]) -> dict[str, RolePlan]:
    """The roles of those add-ons that have one."""
    return {plan.name: plan.role for plan in plans if plan.role is not None}
