"""What a stack may ask of the AWS Load Balancer Controller."""

from typing import Self

from pydantic import Field, model_validator

from components.operator import OperatorSpec


class AwsLoadBalancerControllerSpec(OperatorSpec):
    """It makes network and application load balancers of Services and Gateways, on EKS only.

    `vpc_tags` find the VPC where pods cannot ask the instance's metadata service for it.
    """

    cluster_name: str = ""
    region: str = ""
    vpc_tags: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _knows_its_cluster(self) -> Self:
        if not self.provided and not (self.cluster_name and self.region):
            raise ValueError("needs cluster_name and region, to know what it may change in AWS")
        return self
