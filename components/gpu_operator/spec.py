"""What a stack may ask of NVIDIA's GPU Operator."""

from typing import Literal

from components.operator import OperatorSpec


class GpuOperatorSpec(OperatorSpec):
    """What makes GPUs visible: device plugin, feature discovery, metrics, and where asked drivers.

    `driver` is who installs it: the `host` (the EKS AMI for NVIDIA has driver and container
    toolkit; installing them twice breaks the node), or this `operator`.
    """

    driver: Literal["host", "operator"] = "host"
