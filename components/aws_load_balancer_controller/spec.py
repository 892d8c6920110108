"""What a stack may ask of the AWS Load Balancer Controller."""

from pydantic import Field

from components.operator import OperatorSpec


class AwsLoadBalancerControllerSpec(OperatorSpec):
    """It makes network and application load balancers of Services and Gateways, on EKS only.

    A stack that builds its cluster need say none of these. `vpc_tags` find the VPC where pods
    cannot ask the instance's metadata service for it.
    """

    cluster_name: str = ""
    region: str = ""
    vpc_tags: dict[str, str] = Field(default_factory=dict)
