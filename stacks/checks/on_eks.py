"""The rules that only a cluster on EKS can break; elsewhere each of them has nothing to say."""

from stacks.checks.address_space import address_space
from stacks.checks.autoscaled import autoscaled
from stacks.checks.compacted import compacted
from stacks.checks.eks_machines import eks_machines
from stacks.checks.eks_mig import eks_mig
from stacks.checks.eks_version import eks_version
from stacks.checks.eks_zones import eks_zones
from stacks.checks.interconnect import interconnect
from stacks.checks.karpenter_pools import karpenter_pools
from stacks.checks.partition import partition
from stacks.checks.purchase import purchase
from stacks.checks.service_addresses import service_addresses
from stacks.checks.system_pods import system_pods

ON_EKS = (
    eks_version,
    eks_machines,
    eks_mig,
    eks_zones,
    service_addresses,
    address_space,
    partition,
    system_pods,
    purchase,
    interconnect,
    karpenter_pools,
    compacted,
    autoscaled,
)
