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


def kubelet_stages(kwok_source: Path) -> list[Manifest]:
    """What a kubelet does to its node and pods, read from KWOK and paced by annotations.

    Loading a model or training takes the time its pod's annotation names, so a Job of an hour
    does not complete at once, and a slow start looks like one.
    """
    root = kwok_source / "kustomize" / "stage"
    return [_paced(stage) for name in KUBELET for stage in documents(root / name)]


def _paced(stage: Manifest) -> Manifest:
    name = stage["metadata"]["name"]
    usual = USUAL_MILLISECONDS.get(name)
    if usual is None:
        return stage
    annotation = f'.metadata.annotations["{name}.stage.kwok.x-k8s.io/delay"]'
    delay = {"durationMilliseconds": usual, "durationFrom": {"expressionFrom": annotation}}
    return stage | {"spec": stage["spec"] | {"delay": delay}}
