"""What a stack may ask of AWS's device plugin for EFA."""

from components.operator import OperatorSpec


class EfaDevicePluginSpec(OperatorSpec):
    """It offers the EFA interfaces of a group with `interconnect: efa` to pods, on EKS only."""
