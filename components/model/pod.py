"""What a model's pods ask of the cluster: nodes, neighbours, rank, and no privilege."""

from components.model.placement import Placement
from components.model.readiness import grace
from components.model.spec import ModelSpec
from components.node_group.anywhere import ANYWHERE
from components.node_group.loss import leaving_after
from components.runtime.manifest import USER
from components.types import Manifest

SCHEDULER = "volcano"
GPU_PRODUCT_LABEL = "nvidia.com/gpu.product"
GPU_MEMORY_LABEL = "nvidia.com/gpu.memory"
TOPOLOGY = {"zones": "topology.kubernetes.io/zone", "nodes": "kubernetes.io/hostname"}
MIB_PER_GIB = 1024


def pod(name: str, spec: ModelSpec, place: Placement) -> Manifest:
    """The fields of the PodSpec that KServe inlines in a predictor."""
    return {**on_its_nodes(spec, place), **_spread(name, spec), **_identity(name, spec)}


def on_its_nodes(spec: ModelSpec, place: Placement) -> Manifest:
    """What every pod of the model says, whichever part of it it has."""
    return {
        "schedulerName": SCHEDULER,
        "priorityClassName": place.priority,
        "nodeSelector": place.node_selector,
        "tolerations": [*place.tolerations, *leaving_after(spec.protection.lost_node_seconds)],
        **_gpu_affinity(spec),
        **grace(spec),
        **pod_security(),
    }


def served_by(name: str, spec: ModelSpec) -> dict[str, str]:
    """The labels of the pods that answer for it: `app` tells them from a multi-node's workers."""
    if spec.mode == "knative":
        return {"serving.kserve.io/inferenceservice": name, "component": "predictor"}
    return {"app": f"isvc.{name}-predictor"}


def pod_security() -> Manifest:
    """Pod Security level `restricted`, and no token of the API server in the pod."""
    return {
        "automountServiceAccountToken": False,
        "enableServiceLinks": False,
        "securityContext": {
            "runAsNonRoot": True,
            "runAsUser": USER,
            "fsGroup": USER,
            "seccompProfile": {"type": "RuntimeDefault"},
        },
    }


def service_account(name: str, spec: ModelSpec) -> str | None:
    """The account the pods run as; None is the namespace's, which may do nothing."""
    access = spec.access
    return access.service_account or (name if access.secret or access.role_arn else None)


def _identity(name: str, spec: ModelSpec) -> Manifest:
    account = service_account(name, spec)
    return {"serviceAccountName": account} if account else {}


def _gpu_affinity(spec: ModelSpec) -> Manifest:
    """By the labels of NVIDIA's feature discovery, which appear after a node has joined."""
    if spec.gpu_kind is None:
        return {}
    products, memory = list(spec.gpu_kind.products), spec.gpu_kind.memory_gib
    product = {"key": GPU_PRODUCT_LABEL, "operator": "In", "values": products}
    at_least = str(int((memory or 0) * MIB_PER_GIB) - 1)
    room = {"key": GPU_MEMORY_LABEL, "operator": "Gt", "values": [at_least]}
    wanted = [*([product] if products else []), *([room] if memory else [])]
    terms = {"nodeSelectorTerms": [{"matchExpressions": wanted}]}
    return {"affinity": {"nodeAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": terms}}}


def _spread(name: str, spec: ModelSpec) -> Manifest:
    """Replicas apart, so that a zone or a node takes only its part of them.

    Without Honor a lost zone counts as one without replicas, and nobody may start elsewhere.
    Without the hash an update counts replicas that it ends, and may leave the new ones together.
    """
    if spec.scaling.max_replicas == 1:
        return {}
    if not spec.protection.spread:
        return {"topologySpreadConstraints": [ANYWHERE]}
    unsatisfiable = "DoNotSchedule" if spec.protection.spread_strictly else "ScheduleAnyway"
    return {
        "topologySpreadConstraints": [
            {
                "maxSkew": 1,
                "topologyKey": TOPOLOGY[over],
                "whenUnsatisfiable": unsatisfiable,
                "nodeTaintsPolicy": "Honor",
                "matchLabelKeys": ["pod-template-hash"],
                "labelSelector": {"matchLabels": served_by(name, spec)},
            }
            for over in spec.protection.spread
        ]
    }
