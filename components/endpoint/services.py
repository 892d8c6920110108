"""The AWS services that are reached without leaving the VPC, and what they are called there."""

from dataclasses import dataclass
from typing import Literal

from components.aws import CHINA, Place

GATEWAY = "s3"
"""ECR keeps image layers in S3, so without this one no image is pulled without a NAT gateway."""

INTERFACES = (
    "autoscaling",
    "ec2",
    "ecr.api",
    "ecr.dkr",
    "eks",
    "eks-auth",
    "elasticloadbalancing",
    "kms",
    "logs",
    "monitoring",
    "sqs",
    "ssm",
    "ssmmessages",
    "ec2messages",
    "sts",
)
"""What nodes, the Pod Identity agent, the autoscalers, the load balancer controller, CloudWatch and
Session Manager call (FACTS 2.7); each is one hour's price per zone, S3's gateway is free."""

CHINESE = frozenset({"autoscaling", "ec2", "ecr.api", "ecr.dkr", "sts"})
"""Services whose endpoint names begin with `cn.` there (eksctl, vpc_endpoint.go)."""


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """One endpoint: `service` is the short name, `service_name` the one that AWS knows."""

    service: str
    service_name: str
    kind: Literal["Gateway", "Interface"]


def endpoints(place: Place) -> tuple[Endpoint, ...]:
    """All of them: a private cluster needs each, and another's traffic stays off the NAT."""
    gateway = Endpoint(service=GATEWAY, service_name=_name(GATEWAY, place), kind="Gateway")
    return (
        gateway,
        *(
            Endpoint(service=service, service_name=_name(service, place), kind="Interface")
            for service in INTERFACES
        ),
    )


def _name(service: str, place: Place) -> str:
    prefix = "cn." if place.partition == CHINA and service in CHINESE else ""
    return f"{prefix}com.amazonaws.{place.region}.{service}"
