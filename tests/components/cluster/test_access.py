"""Who may enter a cluster."""

import pytest

from components.aws import Place
from components.cluster.access import entries
from components.cluster.eks import Access

ROLE = "arn:aws:iam::111122223333:role/ops"


def access(role: str, *namespaces: str) -> Access:
    return Access.model_validate(
        {"principal_arn": ROLE, "role": role, "namespaces": list(namespaces)}
    )


@pytest.mark.parametrize(("region", "partition"), [("us-east-1", "aws"), ("cn-north-1", "aws-cn")])
def test_a_role_is_one_of_the_partitions_access_policies(region: str, partition: str) -> None:
    place = Place(account_id="111122223333", region=region)
    entry = entries({"ops": access("view")}, place)["ops"]

    arn = f"arn:{partition}:eks::aws:cluster-access-policy/AmazonEKSViewPolicy"
    assert entry.policy_arn == arn


def test_who_names_namespaces_enters_those_only() -> None:
    place = Place(account_id="111122223333", region="us-east-1")
    found = entries({"all": access("admin"), "some": access("edit", "chat")}, place)

    assert (found["all"].scope, found["all"].namespaces) == ("cluster", ())
    assert (found["some"].scope, found["some"].namespaces) == ("namespace", ("chat",))
