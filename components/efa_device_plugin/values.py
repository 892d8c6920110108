"""The EFA device plugin's values, as far as they differ from the chart's (v0.5.30).

Argued exception: its namespace is `privileged`, because it opens the node's devices and sockets.
"""

from collections.abc import Mapping

from components.availability import resources
from components.node_group.scheduling import taints
from components.node_group.spec import NodeGroupSpec
from components.types import Manifest

NAMESPACE = "efa-device-plugin"


def values(groups: Mapping[str, NodeGroupSpec]) -> Manifest:
    """The chart finds the machines by their type; it does not tolerate what keeps others away."""
    kept_away = {taint for spec in groups.values() if spec.interconnect for taint in taints(spec)}
    return {
        "tolerations": [taint.as_toleration() for taint in sorted(kept_away, key=str)],
        "resources": resources(0.01, 0.0625),
    }
