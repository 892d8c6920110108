"""What an EKS cluster cannot be: its network, who reaches it, and what it keeps."""

from typing import Any

import pytest

from tests.support.eks import on_eks
from tests.support.stack import refusals, refused_at

CASES: dict[str, tuple[dict[str, Any], str, str]] = {
    "a_zone_of_another_region": (
        {"cluster__eks__network__new__zones": ["us-west-2a", "us-west-2b"]},
        "cluster.eks.network",
        "is not in us-east-1",
    ),
    "more_pods_than_addresses": (
        {
            "cluster__eks__network__new__cidr": "10.0.0.0/20",
            "node_groups__t4__max_nodes": 40,
        },
        "cluster.eks.network.new.cidr",
        "has 507 addresses",
    ),
    "an_image_cache_in_china": (
        {
            "cluster__eks__region": "cn-north-1",
            "cluster__eks__network__new__zones": ["cn-north-1a", "cn-north-1b"],
            "cluster__eks__image_cache": {},
        },
        "cluster.eks.image_cache",
        "caches no other registries in cn-north-1",
    ),
    "a_principal_of_another_partition": (
        {
            "cluster__eks__access": {
                "ops": {
                    "principal_arn": "arn:aws-cn:iam::111122223333:role/ops",
                    "role": "cluster-admin",
                }
            }
        },
        "cluster.eks.access.ops.principal_arn",
        "no principal of the partition aws",
    ),
    "groups_that_nobody_lets_grow": (
        {"platform__cluster_autoscaler": None},
        "platform.cluster_autoscaler",
        "t4, a100 would never grow",
    ),
    "an_autoscaler_of_another_cluster": (
        {"platform__cluster_autoscaler": {"cluster_name": "other", "region": "us-east-1"}},
        "platform.cluster_autoscaler",
        "works on other in us-east-1",
    ),
    "services_in_the_vpc": (
        {"cluster__eks__service_cidr": "10.0.0.0/16"},
        "cluster.eks.service_cidr",
        "overlaps the VPC",
    ),
    "services_that_are_no_network": (
        {"cluster__eks__service_cidr": "172.20.0.1/16"},
        "cluster.eks.service_cidr",
        "no host bits",
    ),
    "services_without_room": (
        {"cluster__eks__service_cidr": "172.20.0.0/28"},
        "cluster.eks.service_cidr",
        "is not between /12 and /24",
    ),
    "the_whole_internet": (
        {"cluster__eks__public_access_cidrs": ["0.0.0.0/0"]},
        "cluster.eks.public_access_cidrs.0",
        "is the whole internet",
    ),
    "logs_for_a_number_of_days_that_cloudwatch_does_not_know": (
        {"cluster__eks__log_days": 100},
        "cluster.eks.log_days",
        "90",
    ),
    "a_registry_that_wants_a_name": (
        {"cluster__eks__image_cache": {"registries": ["docker.io"]}},
        "cluster.eks.image_cache",
        "docker.io wants credentials",
    ),
}


@pytest.mark.parametrize(("changes", "path", "says"), CASES.values(), ids=CASES.keys())
def test_refuses(changes: dict[str, Any], path: str, says: str) -> None:
    assert says in refused_at(on_eks(**changes), path)


ACCEPTED: dict[str, dict[str, Any]] = {
    "as_it_is": {},
    "a_smaller_network": {"cluster__eks__network__new__cidr": "10.0.0.0/18"},
    "a_network_that_exists": {
        "cluster__eks__network": {
            "existing": {
                "vpc_id": "vpc-0a",
                "private_subnets": {"us-east-1a": "subnet-0a", "us-east-1b": "subnet-0b"},
            }
        }
    },
    "a_region_that_nobody_looked_at": {
        "cluster__eks__region": "sa-east-1",
        "cluster__eks__network__new__zones": ["sa-east-1a", "sa-east-1b"],
    },
}


@pytest.mark.parametrize("changes", ACCEPTED.values(), ids=ACCEPTED.keys())
def test_accepts(changes: dict[str, Any]) -> None:
    assert refusals(on_eks(**changes)) == []
