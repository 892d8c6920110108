"""How simulated nodes and kubelets behave: KWOK's own stages, paced by annotations of ours."""

from pathlib import Path

from simulation.control_plane.manifest import Manifest
from simulation.control_plane.upstream import documents

KUBELET = (
    "node/fast/node-initialize.yaml",
    "pod/fast/pod-ready.yaml",
    "pod/fast/pod-complete.yaml",
    "pod/fast/pod-delete.yaml",
    "pod/chaos/pod-container-running-failed.yaml",
    "node/chaos/node-not-ready.yaml",
)
# How long each takes where the pod does not say: `<stage>.stage.kwok.x-k8s.io/delay: 90s`.
USUAL_MILLISECONDS = {"pod-ready": 0, "pod-complete": 3_000, "pod-delete": 0}
OF_A_TRAINING_JOB = '.metadata.labels["volcano.sh/job-name"]'
TRAINING_MILLISECONDS = 3_600_000
HEARD_AGAIN_MILLISECONDS = 1_000


def kubelet_stages(kwok_source: Path) -> list[Manifest]:
    """What a kubelet does to its node and pods, read from KWOK and paced by annotations.

    Loading a model or training takes the time its pod's annotation names, so a Job of an hour
    does not complete at once, and a slow start looks like one.
    """
    root = kwok_source / "kustomize" / "stage"
    stages = [stage for name in KUBELET for stage in documents(root / name)]
    return [*(made for stage in stages for made in _variants(stage)), _pod_heard_of_again()]


def _variants(stage: Manifest) -> list[Manifest]:
    """A training job's pods complete after an hour, where those of other Jobs take seconds."""
    name = stage["metadata"]["name"]
    usual = USUAL_MILLISECONDS.get(name)
    if usual is None:
        return [stage]
    if name != "pod-complete":
        return [_paced(stage, name, usual)]
    training = _only(stage, "Exists") | {"metadata": {"name": "training-complete"}}
    return [
        _paced(_only(stage, "DoesNotExist"), name, usual),
        _paced(training, name, TRAINING_MILLISECONDS),
    ]


def _only(stage: Manifest, operator: str) -> Manifest:
    """The stage for pods that do, or do not, belong to a training job."""
    selector = stage["spec"].get("selector", {})
    wanted = {"key": OF_A_TRAINING_JOB, "operator": operator}
    narrowed = {"matchExpressions": [*selector.get("matchExpressions", []), wanted]}
    return stage | {"spec": stage["spec"] | {"selector": narrowed}}


def _paced(stage: Manifest, name: str, usual: int) -> Manifest:
    annotation = f'.metadata.annotations["{name}.stage.kwok.x-k8s.io/delay"]'
    delay = {"durationMilliseconds": usual, "durationFrom": {"expressionFrom": annotation}}
    return stage | {"spec": stage["spec"] | {"delay": delay}}


def _pod_heard_of_again() -> Manifest:
    """A kubelet that is back says what its running containers are; KWOK's pods would stay unready.

    The controller manager takes Ready away from the pods of a silent node, and nothing else.
    """
    containers, pod = (
        f'.status.conditions.[] | select( .type == "{kind}" ) | .status'
        for kind in ("ContainersReady", "Ready")
    )
    template = """conditions:
- lastTransitionTime: {{ Now | Quote }}
  status: "True"
  type: Ready
"""
    expressions: list[Manifest] = [
        {"key": ".metadata.deletionTimestamp", "operator": "DoesNotExist"},
        {"key": containers, "operator": "In", "values": ["True"]},
        {"key": pod, "operator": "In", "values": ["False"]},
    ]
    return {
        "apiVersion": "kwok.x-k8s.io/v1alpha1",
        "kind": "Stage",
        "metadata": {"name": "pod-heard-of-again"},
        "spec": {
            "resourceRef": {"apiGroup": "v1", "kind": "Pod"},
            "selector": {"matchExpressions": expressions},
            "delay": {"durationMilliseconds": HEARD_AGAIN_MILLISECONDS},
            "next": {"statusTemplate": template},
        },
    }
