"""What a served model becomes in Kubernetes."""

from components.model.arguments import engine_arguments
from components.model.engine import EngineSpec
from components.model.placement import Placement
from components.model.spec import ModelSpec
from components.model.storage import storage_uri, storage_uris
from components.quantity import cpu_quantity, memory_quantity
from components.runtime.manifest import MODEL_FORMAT, RUNTIME, USER
from components.types import Manifest

SCHEDULER = "volcano"
DEPLOYMENT_MODES = {"standard": "Standard", "knative": "Knative"}


def inference_service(name: str, spec: ModelSpec, place: Placement) -> Manifest:
    """The KServe InferenceService that serves `spec` with vLLM."""
    return {
        "apiVersion": "serving.kserve.io/v1beta1",
        "kind": "InferenceService",
        "metadata": {
            "name": name,
            "namespace": place.namespace,
            "annotations": _annotations(spec, place),
        },
        "spec": {
            "predictor": {
                **_scaling(spec),
                **_rollout(spec),
                **_scheduling(place),
                **_security(),
                **storage_uris(spec),
                "model": _model(spec, place),
            }
        },
    }


def _annotations(spec: ModelSpec, place: Placement) -> dict[str, str]:
    """Volcano protects nobody by default: an absent `preemptable` means true."""
    scaler = {"serving.kserve.io/autoscalerClass": _autoscaler(spec)}
    stop = {"serving.kserve.io/stop": "true"}
    return {
        "serving.kserve.io/deploymentMode": DEPLOYMENT_MODES[spec.mode],
        "scheduling.volcano.sh/queue-name": place.queue,
        "volcano.sh/preemptable": str(spec.preemptable).lower(),
        **(scaler if spec.mode == "standard" else {}),
        **(stop if spec.stopped else {}),
    }


def _autoscaler(spec: ModelSpec) -> str:
    """`none` keeps the replicas fixed; `external` leaves them to whoever scales the Deployment."""
    fixed = spec.scaling.min_replicas == spec.scaling.max_replicas
    return "none" if fixed else "external"


def _scaling(spec: ModelSpec) -> Manifest:
    replicas = {
        "minReplicas": spec.scaling.min_replicas,
        "maxReplicas": spec.scaling.max_replicas,
    }
    if spec.mode == "standard":
        return replicas
    return {**replicas, "scaleMetric": "concurrency", "scaleTarget": spec.scaling.concurrency}


def _rollout(spec: ModelSpec) -> Manifest:
    """KServe's default surge needs a spare GPU for every update; this needs none."""
    if spec.mode == "knative":
        return {}
    in_place = {"maxSurge": 0, "maxUnavailable": 1}
    return {"deploymentStrategy": {"type": "RollingUpdate", "rollingUpdate": in_place}}


def _scheduling(place: Placement) -> Manifest:
    return {
        "schedulerName": SCHEDULER,
        "priorityClassName": place.priority,
        "nodeSelector": place.node_selector,
        "tolerations": place.tolerations,
    }


def _security() -> Manifest:
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


def _model(spec: ModelSpec, place: Placement) -> Manifest:
    return {
        "modelFormat": {"name": MODEL_FORMAT},
        "runtime": RUNTIME,
        **storage_uri(spec),
        "args": engine_arguments(_engine(spec, place), spec.gpus),
        "resources": {"requests": _resources(spec, place), "limits": _resources(spec, place)},
    }


def _engine(spec: ModelSpec, place: Placement) -> EngineSpec:
    """A server on a GPU it shares would take nearly all of its memory unless told its part."""
    if place.share.isolated or spec.engine.gpu_memory_utilization is not None:
        return spec.engine
    fraction = {"gpu_memory_utilization": place.share.memory_fraction}
    return spec.engine.model_copy(update=fraction)


def _resources(spec: ModelSpec, place: Placement) -> dict[str, str]:
    return {
        "cpu": cpu_quantity(place.resources.cpu),
        "memory": memory_quantity(place.resources.memory_gib),
        place.share.resource: str(spec.gpus),
        **{name: str(amount) for name, amount in place.share.also.items()},
    }
