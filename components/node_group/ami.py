"""Which image a group's nodes boot: by architecture and accelerator, never by instance name.

The images: AL2023 for EKS. The NVIDIA one brings driver, container toolkit and EFA driver, but no
device plugin (FACTS 2.2), which is the GPU Operator's.
"""

from typing import Literal

from catalogue.instances import Instance

AmiType = Literal[
    "AL2023_x86_64_STANDARD",
    "AL2023_ARM_64_STANDARD",
    "AL2023_x86_64_NVIDIA",
    "AL2023_ARM_64_NVIDIA",
]
"""The API's words (botocore 1.44.5, eks AMITypes)."""

AMI_TYPES: dict[tuple[str, bool], AmiType] = {
    ("x86_64", False): "AL2023_x86_64_STANDARD",
    ("arm64", False): "AL2023_ARM_64_STANDARD",
    ("x86_64", True): "AL2023_x86_64_NVIDIA",
    ("arm64", True): "AL2023_ARM_64_NVIDIA",
}


def ami_type(instance: Instance) -> AmiType:
    """Without it EKS would boot a GPU node with the image that has no driver."""
    return AMI_TYPES[instance.arch, instance.gpu_model is not None]
