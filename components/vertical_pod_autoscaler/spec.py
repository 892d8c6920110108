"""What a stack may ask of the Vertical Pod Autoscaler."""

from components.operator import OperatorSpec


class VerticalPodAutoscalerSpec(OperatorSpec):
    """It recommends requests and changes none: to resize a model's pod is to restart it."""
