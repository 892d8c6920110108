"""How one model stands in the cluster, from what Kubernetes says and nothing else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from components.model.spec import ModelSpec
from components.types import Manifest
from simulation.outcome.condition import condition, holds
from simulation.outcome.reason import reason

MODEL_LABEL = "serving.kserve.io/inferenceservice"
"""KServe's own label on every pod of a model."""

State = Literal["Ready", "Stopped", "Waiting"]


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One model: its replicas, the nodes that hold them, and why it is not Ready if it is not."""

    name: str
    state: State
    replicas_ready: int
    replicas_asked: int
    gpus: int
    node_group: str
    nodes: tuple[str, ...]
    seconds_to_ready: float | None
    reason: str = ""

    @property
    def settled(self) -> bool:
        """There is nothing left to wait for."""
        return not self.reason


@dataclass(frozen=True)
class Seen:
    """The pods and warnings of the stack's namespaces at one moment."""

    pods: Sequence[Manifest]
    events: Sequence[Manifest] = ()

    def pods_of(self, model: str, namespace: str) -> list[Manifest]:
        """A model's own predictor pods, by KServe's label."""
        return [
            pod
            for pod in self.pods
            if pod["metadata"]["namespace"] == namespace
            and pod["metadata"].get("labels", {}).get(MODEL_LABEL) == model
            and "deletionTimestamp" not in pod["metadata"]
        ]


def outcome(name: str, spec: ModelSpec, service: Manifest | None, seen: Seen) -> Outcome:
    """Read the InferenceService's own conditions, and the pods that serve it."""
    pods = seen.pods_of(name, spec.tenant)
    running = [pod for pod in pods if holds(pod, "Ready")]
    state = _state(service)
    asked = 0 if spec.stopped else max(spec.scaling.min_replicas, 0)
    settled = state == "Stopped" or (state == "Ready" and len(running) >= asked)
    return Outcome(
        name=name,
        state=state,
        replicas_ready=len(running),
        replicas_asked=asked,
        gpus=spec.gpus * asked,
        node_group=spec.node_group,
        nodes=tuple(sorted({pod["spec"].get("nodeName", "") for pod in running} - {""})),
        seconds_to_ready=_seconds_to_ready(service),
        reason="" if settled else reason(service, pods, seen.events),
    )


def _state(service: Manifest | None) -> State:
    if holds(service, "Stopped"):
        return "Stopped"
    return "Ready" if holds(service, "Ready") else "Waiting"


def _seconds_to_ready(service: Manifest | None) -> float | None:
    ready = condition(service, "Ready")
    if service is None or ready.get("status") != "True":
        return None
    began, ended = service["metadata"]["creationTimestamp"], ready["lastTransitionTime"]
    return (datetime.fromisoformat(ended) - datetime.fromisoformat(began)).total_seconds()
