"""What a stack may ask of the Cluster Autoscaler."""

from typing import Self

from pydantic import model_validator

from components.operator import OperatorSpec
from components.types import AtLeastOne


class ClusterAutoscalerSpec(OperatorSpec):
    """It grows and shrinks managed node groups, on EKS only.

    `idle_minutes` is how long a node stays without work: a GPU node takes minutes to come back.
    """

    cluster_name: str = ""
    region: str = ""
    idle_minutes: AtLeastOne = 10

    @model_validator(mode="after")
    def _knows_its_cluster(self) -> Self:
        if not self.provided and not (self.cluster_name and self.region):
            raise ValueError("needs cluster_name and region, to know what it may change in AWS")
        return self
