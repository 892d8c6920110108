"""Access entries as data: who may enter the cluster, in EKS's words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from components.aws import Place
from components.cluster.eks import Access

POLICIES = {
    "cluster-admin": "AmazonEKSClusterAdminPolicy",
    "admin": "AmazonEKSAdminPolicy",
    "edit": "AmazonEKSEditPolicy",
    "view": "AmazonEKSViewPolicy",
}


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One principal with one policy; `namespaces` is empty where the scope is the cluster."""

    principal_arn: str
    policy_arn: str
    scope: Literal["cluster", "namespace"]
    namespaces: tuple[str, ...]


def entries(access: Mapping[str, Access], place: Place) -> dict[str, Entry]:
    """An entry for each, by name; the policies' ARNs have the partition in them."""
    return {name: _entry(wanted, place) for name, wanted in access.items()}


def _entry(wanted: Access, place: Place) -> Entry:
    policy = POLICIES[wanted.role]
    return Entry(
        principal_arn=wanted.principal_arn,
        policy_arn=f"arn:{place.partition}:eks::aws:cluster-access-policy/{policy}",
        scope="namespace" if wanted.namespaces else "cluster",
        namespaces=wanted.namespaces,
    )
