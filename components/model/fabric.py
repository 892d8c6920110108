"""What a model on several nodes says about EFA: to KServe, to NCCL and to libfabric.

Source: aws-ofi-nccl doc/efa-env-var.md and src/nccl_ofi_interface_nvidia.cpp; the plugin chooses
the efa provider by itself. vLLM's own image has neither plugin nor libfabric (vllm#55635), so a
model that is to use EFA names an image that has.
"""

import json

from components.model.placement import Placement
from components.types import Manifest

KNOWN_TO_KSERVE = "serving.kserve.io/gpu-resource-types"
"""KServe refuses a resource of a multi-node model that it takes for an unknown GPU."""
NCCL = {
    "NCCL_NET": "Libfabric",
    "FI_EFA_USE_HUGE_PAGE": "0",
}
"""NCCL fails where the plugin is missing instead of being slow over TCP; libfabric asks for huge
pages, of which the pod has none."""


def accepted(place: Placement) -> dict[str, str]:
    """The annotation under which KServe admits the interfaces."""
    return {KNOWN_TO_KSERVE: json.dumps(sorted(place.interfaces))} if place.interfaces else {}


def fabric_environment(place: Placement) -> list[Manifest]:
    """Variables of head and worker; none where nodes talk over TCP."""
    if not place.interfaces:
        return []
    return [{"name": name, "value": value} for name, value in NCCL.items()]
