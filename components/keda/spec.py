"""What a stack may ask of KEDA, which scales models by what their servers say."""

from components.operator import OperatorSpec


class KedaSpec(OperatorSpec):
    """KEDA, with its CRDs."""
