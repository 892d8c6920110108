"""What a served model becomes in Kubernetes: its InferenceService."""

from components.hours.manifest import STOP
from components.model import autoscaling
from components.model.metrics import metrics_port
from components.model.multi_node import gang, worker
from components.model.placement import Placement
from components.model.pod import pod
from components.model.predictor import server
from components.model.rollout import deployment_strategy
from components.model.side import side_components
from components.model.spec import ModelSpec
from components.model.traffic import CLUSTER_LOCAL, revision_traffic
from components.monitor.manifest import MODEL_LABEL, metrics_label
from components.types import Manifest

FORCED = "pulumi.com/patchForce"
"""Server-side apply takes fields over that somebody else has written meanwhile."""
DEPLOYMENT_MODES = {"standard": "Standard", "knative": "Knative"}


def inference_service(name: str, spec: ModelSpec, place: Placement) -> Manifest:
    """The KServe InferenceService that serves `spec`."""
    return {
        "apiVersion": "serving.kserve.io/v1beta1",
        "kind": "InferenceService",
        "metadata": {
            "name": name,
            "namespace": place.namespace,
            "labels": _labels(name, spec, place),
            "annotations": _annotations(name, spec, place),
        },
        "spec": {
            "predictor": {
                **autoscaling.bounds(spec),
                **revision_traffic(spec),
                "timeout": spec.timeout_seconds,
                **deployment_strategy(spec, place),
                **pod(name, spec, place),
                **server(name, spec, place),
                **worker(spec, place),
            },
            **side_components(spec, place.priority),
        },
    }


def _labels(name: str, spec: ModelSpec, place: Placement) -> dict[str, str]:
    """They reach the pods: by them metrics are collected and named."""
    return {
        MODEL_LABEL: place.version_of or name,
        **metrics_label(metrics_port(spec)),
        **(CLUSTER_LOCAL if place.version_of else {}),
    }


def _annotations(name: str, spec: ModelSpec, place: Placement) -> dict[str, str]:
    """Volcano protects nobody by default: an absent `preemptable` means true."""
    return {
        "serving.kserve.io/deploymentMode": DEPLOYMENT_MODES[spec.mode],
        "scheduling.volcano.sh/queue-name": place.queue,
        "volcano.sh/preemptable": str(spec.preemptable).lower(),
        **autoscaling.annotations(spec, place),
        **place.annotations,
        **gang(name, spec, place),
        **_stop(spec),
    }


def _stop(spec: ModelSpec) -> dict[str, str]:
    """Hours leave it to their clock; without them it is always said, and wins over what a clock
    that is no more has left there."""
    if spec.hours is not None:
        return {}
    return {STOP: str(spec.stopped).lower(), FORCED: "true"}
