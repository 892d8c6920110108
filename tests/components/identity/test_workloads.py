"""Who gets which role."""

import pytest

from components.aws import Place
from components.identity import workloads
from components.identity.plan import Subject

HERE = Place(account_id="111122223333", region="eu-central-1")
CHINA = Place(account_id="111122223333", region="cn-north-1")


def test_pods_take_a_role_through_pod_identity_with_the_tags_of_their_session() -> None:
    [statement] = workloads.karpenter("inference", HERE).trust["Statement"]

    assert statement["Principal"] == {"Service": "pods.eks.amazonaws.com"}
    assert statement["Action"] == ["sts:AssumeRole", "sts:TagSession"]


@pytest.mark.parametrize(
    ("place", "principal"), [(HERE, "ec2.amazonaws.com"), (CHINA, "ec2.amazonaws.com.cn")]
)
def test_nodes_take_theirs_by_the_partitions_name_for_them(place: Place, principal: str) -> None:
    [statement] = workloads.node("inference", place, []).trust["Statement"]

    assert statement["Principal"] == {"Service": principal}


def test_models_are_read_by_whom_is_named_and_nobody_else() -> None:
    chat = Subject(namespace="chat", service_account="default")

    assert workloads.models_reader(HERE, "models", "alias/key", [chat]).subjects == (chat,)


def test_nodes_do_not_have_the_network_add_ons_rights() -> None:
    managed = workloads.node("inference", HERE, []).managed

    assert not [arn for arn in managed if arn.endswith("AmazonEKS_CNI_Policy")]


def test_nodes_let_the_cache_fetch_from_the_registries_that_it_has() -> None:
    policies = workloads.node("inference", HERE, ["quay.io"]).policies

    [statement] = policies["quay.io"]["Statement"]
    assert statement["Resource"].endswith(":repository/quay.io/*")


def test_the_nodes_role_is_known_by_name_before_it_exists() -> None:
    plan = workloads.node("inference", HERE, [])

    assert plan.physical_name == workloads.node_role_name("inference", HERE)
    assert len(workloads.node_role_name("a" * 40, HERE)) <= 64
