"""What node groups on EKS cannot be: machines, ways to buy them, where they stand."""

from typing import Any

import pytest

from tests.support.eks import on_eks
from tests.support.stack import refusals, refused_at

A100 = "node_groups__a100"
CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "hardware_on_a_cloud": (
        {"node_groups__own": {"hardware": {"cpu": 8, "memory_gib": 32}}},
        "node_groups.own.hardware",
        "name an instance_type",
    ),
    "a_part_of_a_gpu": (
        {"node_groups__part": {"instance_type": "g6f.2xlarge"}},
        "node_groups.part.instance_type",
        "part of a GPU",
    ),
    "a_gpu_that_the_images_driver_does_not_know": (
        {"node_groups__g7": {"instance_type": "g7.2xlarge"}},
        "node_groups.g7.instance_type",
        "needs NVIDIA driver 595, and the image has 580",
    ),
    "mig_that_nobody_would_cut": (
        {f"{A100}__sharing": {"mig": {"profile": "1g.10gb"}}},
        "node_groups.a100.sharing.mig",
        "gpu-operator#2415",
    ),
    "a_type_that_the_region_lacks": (
        {
            "cluster__eks__region": "eu-west-1",
            "cluster__eks__network__new__zones": ["eu-west-1a", "eu-west-1b"],
            "node_groups__l4": {"instance_type": "g6.2xlarge"},
        },
        "node_groups.l4.instance_type",
        "eu-west-1 has no g6.2xlarge",
    ),
    "nodes_where_there_is_no_subnet": (
        {"node_groups__t4__zones": ["us-east-1f"]},
        "node_groups.t4.zones",
        "no subnet in us-east-1f",
    ),
    "a_reservation_in_every_zone": (
        {f"{A100}__reservation": {"id": "cr-0a"}},
        "node_groups.a100.zones",
        "a capacity reservation is in one zone",
    ),
    "efa_across_zones": (
        {f"{A100}__interconnect": "efa"},
        "node_groups.a100.zones",
        "an EFA placement group is in one zone",
    ),
    "efa_on_a_small_instance": (
        {"node_groups__t4__interconnect": "efa", "node_groups__t4__zones": ["us-east-1a"]},
        "node_groups.t4.interconnect",
        "g4dn.xlarge has no EFA",
    ),
    "efa_on_nodes_of_karpenter": (
        {f"{A100}__interconnect": "efa", f"{A100}__karpenter": {}},
        "node_groups.a100.interconnect",
        "a managed group has both",
    ),
    "two_ways_to_buy": (
        {f"{A100}__spot": {}, f"{A100}__reservation": {"id": "cr-0a"}},
        "node_groups.a100",
        "in 2 ways: spot, reservation",
    ),
    "spot_types_with_other_gpus": (
        {"node_groups__t4__spot": {"also": ["g5.2xlarge"]}},
        "node_groups.t4.spot.also.0",
        "other GPUs than g4dn.xlarge",
    ),
    "spot_types_that_hold_less": (
        {"node_groups__t4": {"instance_type": "g4dn.2xlarge", "spot": {"also": ["g4dn.xlarge"]}}},
        "node_groups.t4.spot.also.0",
        "less room for pods",
    ),
    "spot_types_nobody_knows": (
        {"node_groups__t4__spot": {"also": ["g9.huge"]}},
        "node_groups.t4.spot.also.0",
        "not in the catalogue",
    ),
    "a_block_of_what_is_not_sold_in_blocks": (
        {"node_groups__t4__capacity_block": {"id": "cr-0a"}},
        "node_groups.t4.capacity_block",
        "no Capacity Blocks of g4dn.xlarge",
    ),
    "nodes_before_a_block_starts": (
        {f"{A100}__capacity_block": {"id": "cr-0a"}, f"{A100}__min_nodes": 1},
        "node_groups.a100.min_nodes",
        "before it starts",
    ),
    "on_demand_where_only_reservations_are_sold": (
        {"node_groups__h200": {"instance_type": "p5e.48xlarge"}},
        "node_groups.h200.instance_type",
        "sold in reservations only",
    ),
    "a_smallest_size_for_karpenter": (
        {"node_groups__t4__karpenter": {}, "node_groups__t4__min_nodes": 1},
        "node_groups.t4.min_nodes",
        "keeps no node",
    ),
    "a_managed_groups_update_for_karpenter": (
        {"node_groups__t4__karpenter": {}, "node_groups__t4__update": {"strategy": "surge"}},
        "node_groups.t4.update",
        "leave it out",
    ),
    "compaction_where_nothing_is_scarce": (
        {"node_groups__system__compaction": {}},
        "node_groups.system.compaction",
        "without any, nodes below half of their CPU and memory go anyway",
    ),
    "compaction_of_gpus_that_nobody_counts": (
        {
            "node_groups__t4__compaction": {},
            "node_groups__t4__sharing": {"vgpu": {"replicas": 3}},
        },
        "node_groups.t4.compaction",
        "shares of another name look idle",
    ),
    "limits_of_compaction_that_karpenter_does_not_know": (
        {"node_groups__a100__karpenter": {}, "node_groups__a100__compaction__below_percent": 40},
        "node_groups.a100.compaction.below_percent",
        "Karpenter weighs what a move saves and costs",
    ),
    "a_single_replica_that_karpenter_would_move": (
        {"node_groups__t4__karpenter": {}, "node_groups__t4__compaction": {}},
        "models.small.scaling.min_replicas",
        "Karpenter would move it",
    ),
    "only_nodes_with_gpus": (
        {"node_groups__system": {"instance_type": "g5.2xlarge", "min_nodes": 3, "max_nodes": 3}},
        "node_groups",
        "tolerate no GPU taint",
    ),
    "system_nodes_that_may_all_go": (
        {"node_groups__system__min_nodes": 0},
        "node_groups",
        "always have",
    ),
    "system_nodes_that_are_spot": (
        {"node_groups__system__spot": {}},
        "node_groups",
        "without GPUs and spot always have",
    ),
    "nodes_that_their_own_daemons_fill": (
        {"node_groups__tiny": {"instance_type": "m5.large", "max_pods": 6}},
        "node_groups.tiny",
        "the system's own pods take",
    ),
}


@pytest.mark.parametrize(("changes", "path", "says"), CASES.values(), ids=CASES.keys())
def test_refuses(changes: dict[str, Any], path: str, says: str) -> None:
    assert says in refused_at(on_eks(**changes), path)


ACCEPTED: dict[str, dict[str, Any]] = {
    "china": {
        "cluster__eks__region": "cn-north-1",
        "cluster__eks__network__new__zones": ["cn-north-1a", "cn-north-1b"],
        "node_groups__a100": {"instance_type": "g4dn.12xlarge"},
    },
    "spot_of_larger_sizes": {
        "node_groups__t4__spot": {"also": ["g4dn.2xlarge", "g4dn.4xlarge"]},
        "models__small__protection": {"on_spot": True, "drain_seconds": 60},
    },
    "a_block_in_its_zone": {
        "node_groups__h200": {
            "instance_type": "p5e.48xlarge",
            "capacity_block": {"id": "cr-0a"},
            "zones": ["us-east-1b"],
            "interconnect": "efa",
        }
    },
    "karpenter": {"node_groups__a100__karpenter": {}},
    "compaction": {"node_groups__t4__compaction": {"below_percent": 60}},
    "compaction_by_karpenter": {
        "node_groups__t4__karpenter": {},
        "node_groups__t4__compaction": {},
        "models__small__scaling": {"min_replicas": 2, "max_replicas": 2},
    },
}


@pytest.mark.parametrize("changes", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepts(changes: dict[str, Any]) -> None:
    assert refusals(on_eks(**changes)) == []
