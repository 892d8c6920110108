"""For pods that may share a node: where they say nothing, the scheduler keeps them apart.

Volcano (1.10 and 1.15.1, nodeorder) scores by Kubernetes' default constraints, which keep replicas
of one Service apart, and that undoes packing. This one selects nobody, and so is always met.
"""

from components.types import Manifest

ANYWHERE: Manifest = {
    "maxSkew": 1,
    "topologyKey": "kubernetes.io/hostname",
    "whenUnsatisfiable": "DoNotSchedule",
}
