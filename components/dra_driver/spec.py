"""What a stack may ask of NVIDIA's DRA driver, the device plugin's successor."""

from components.operator import OperatorSpec


class DraDriverSpec(OperatorSpec):
    """GPUs as ResourceClaims (Kubernetes 1.32 on). It replaces the device plugin on every node."""
