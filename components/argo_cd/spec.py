"""What a stack may ask of Argo CD."""

from components.operator import OperatorSpec


class ArgoCdSpec(OperatorSpec):
    """Argo CD, for what teams deploy beside the models; reached by port-forward."""
