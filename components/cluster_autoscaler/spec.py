"""What a stack may ask of the Cluster Autoscaler."""

from components.operator import OperatorSpec
from components.types import AtLeastOne


class ClusterAutoscalerSpec(OperatorSpec):
    """It grows and shrinks managed node groups, on EKS only.

    A stack that builds its cluster need not say its name and region. `idle_minutes` is how long a
    node stays without work: a GPU node takes minutes to come back.
    """

    cluster_name: str = ""
    region: str = ""
    idle_minutes: AtLeastOne = 10
