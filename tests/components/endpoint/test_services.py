"""What a private cluster reaches without the internet."""

import pytest

from components.aws import Place
from components.endpoint.services import endpoints

NEEDED = {"ec2", "ecr.api", "ecr.dkr", "sts", "eks", "eks-auth", "logs", "autoscaling", "kms"}


def test_a_cluster_without_nat_reaches_every_service_it_calls() -> None:
    services = {e.service for e in endpoints(Place(account_id="1" * 12, region="us-east-1"))}

    assert services >= NEEDED | {"s3", "elasticloadbalancing", "ssm"}


@pytest.mark.parametrize(
    ("region", "service", "name"),
    [
        ("us-east-1", "ecr.api", "com.amazonaws.us-east-1.ecr.api"),
        ("cn-north-1", "ecr.api", "cn.com.amazonaws.cn-north-1.ecr.api"),
        ("cn-north-1", "s3", "com.amazonaws.cn-north-1.s3"),
    ],
)
def test_china_calls_some_services_by_another_name(region: str, service: str, name: str) -> None:
    [found] = [
        endpoint
        for endpoint in endpoints(Place(account_id="1" * 12, region=region))
        if endpoint.service == service
    ]

    assert found.service_name == name


def test_only_s3_goes_through_a_gateway() -> None:
    found = endpoints(Place(account_id="1" * 12, region="us-east-1"))

    assert [endpoint.service for endpoint in found if endpoint.kind == "Gateway"] == ["s3"]
