"""Partitions, and ARNs before there is anything to name."""

import pytest

from components.aws import Place


@pytest.mark.parametrize(
    ("region", "partition", "principal"),
    [
        ("eu-central-1", "aws", "ec2.amazonaws.com"),
        ("cn-northwest-1", "aws-cn", "ec2.amazonaws.com.cn"),
        ("us-gov-west-1", "aws-us-gov", "ec2.amazonaws.com"),
    ],
)
def test_a_region_knows_its_partition(region: str, partition: str, principal: str) -> None:
    place = Place(account_id="111122223333", region=region)

    assert (place.partition, place.ec2_principal) == (partition, principal)
    assert place.arn("eks", "cluster/a") == f"arn:{partition}:eks:{region}:111122223333:cluster/a"
    assert place.global_arn("s3", "models") == f"arn:{partition}:s3:::models"
    assert place.managed_policy("X") == f"arn:{partition}:iam::aws:policy/X"
