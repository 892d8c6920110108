"""Every policy is as narrow as AWS lets it be."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from components.aws import Place
from components.identity.policy import FOLDER, policy

HERE = Place(account_id="111122223333", region="eu-central-1")
CHINA = Place(account_id="111122223333", region="cn-north-1")
ABOUT = {
    "cluster": "inference",
    "bucket": "inference-models",
    "alias": "alias/inference",
    "prefix": "quay.io",
    "node_role": "inference-node",
}
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
UNSCOPED = set(Path(__file__).with_name("unscoped_actions.txt").read_text().split())


def statements(name: str, place: Place = HERE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = policy(name, place, **ABOUT)["Statement"]
    return found


def resources(statement: dict[str, Any]) -> list[str]:
    named = statement["Resource"]
    return [named] if isinstance(named, str) else named


@pytest.mark.parametrize("name", NAMES)
def test_everything_is_allowed_only_where_aws_cannot_tell_resources_apart(name: str) -> None:
    wide = [s for s in statements(name) if "*" in resources(s)]

    assert {action for s in wide for action in s["Action"]} <= UNSCOPED


@pytest.mark.parametrize("name", NAMES)
def test_no_action_is_a_pattern(name: str) -> None:
    assert not [action for s in statements(name) for action in s["Action"] if "*" in action]


@pytest.mark.parametrize("name", NAMES)
def test_a_resource_is_this_accounts_in_this_region_or_a_bucket(name: str) -> None:
    arns = [arn for s in statements(name) for arn in resources(s) if arn != "*"]
    ours = re.compile(r"arn:aws:(iam::111122223333|[a-z2]+:eu-central-1:(111122223333)?|s3::):\S+")

    assert not [arn for arn in arns if not ours.fullmatch(arn)]


@pytest.mark.parametrize("name", NAMES)
def test_in_china_every_arn_is_chinese(name: str) -> None:
    arns = re.findall(r"arn:[\w-]+:", json.dumps(statements(name, CHINA)))

    assert set(arns) <= {"arn:aws-cn:"}


@pytest.mark.parametrize("name", NAMES)
def test_a_policy_fits_into_a_role(name: str) -> None:
    """IAM: 10,240 characters for all inline policies of a role, white space not counted."""
    assert len(json.dumps(policy(name, HERE, **ABOUT), separators=(",", ":"))) < 10_240


def test_models_are_read_and_never_written() -> None:
    actions = {action for s in statements("models-reader") for action in s["Action"]}

    assert actions == {"s3:ListBucket", "s3:GetBucketLocation", "s3:GetObject", "kms:Decrypt"}


def test_a_key_is_used_for_the_buckets_files_and_for_nothing_else() -> None:
    [decrypt] = [s for s in statements("models-reader", CHINA) if s["Action"] == ["kms:Decrypt"]]

    assert decrypt["Condition"] == {
        "ForAnyValue:StringEquals": {"kms:ResourceAliases": "alias/inference"},
        "StringEquals": {"kms:ViaService": "s3.cn-north-1.amazonaws.com.cn"},
    }


def test_karpenter_passes_the_nodes_role_to_instances_and_no_other_to_nobody_else() -> None:
    [passing] = [s for s in statements("karpenter") if s["Action"] == ["iam:PassRole"]]

    assert passing["Resource"] == "arn:aws:iam::111122223333:role/inference-node"
    assert passing["Condition"] == {"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}}


@pytest.mark.parametrize(
    ("name", "action"),
    [
        ("cluster-autoscaler", "autoscaling:SetDesiredCapacity"),
        ("karpenter", "ec2:TerminateInstances"),
        ("load-balancer-controller", "elasticloadbalancing:DeleteLoadBalancer"),
        ("load-balancer-controller", "ec2:DeleteSecurityGroup"),
    ],
)
def test_what_is_another_clusters_is_not_touched(name: str, action: str) -> None:
    [statement] = [s for s in statements(name) if action in s["Action"]]

    assert "inference" in json.dumps(statement["Condition"])


def test_a_policy_about_something_that_nobody_named_is_an_error() -> None:
    with pytest.raises(KeyError):
        policy("models-reader", HERE)
