"""Whether the pods of a group fill a node's GPUs before the next, or keep their distance.

Packing is Volcano's plugin binpack and goes for everybody; whoever differs says so on the pod, for
plugin resource-strategy-fit (1.15.1 resource_strategy_fit.go).
"""

import json
from typing import Literal

from components.node_group.capacity import node_capacity
from components.node_group.spec import NodeGroupSpec

Key = Literal["scoring", "weight"]
ANNOTATIONS: dict[Key, str] = {
    "scoring": "volcano.sh/resource-strategy-scoring-type",
    "weight": "volcano.sh/resource-strategy-weight",
}


def packing_annotations(spec: NodeGroupSpec) -> dict[str, str]:
    """Nothing for what packs; otherwise the emptiest node by GPUs, or by CPU where there are none.

    A scoring without its weights counts as an error, and the pod's score as 0.
    """
    if spec.packing == "pack":
        return {}
    counted = sorted(node_capacity(spec).gpu_resources) or ["cpu", "memory"]
    return {
        ANNOTATIONS["scoring"]: "LeastAllocated",
        ANNOTATIONS["weight"]: json.dumps(dict.fromkeys(counted, 1)),
    }
