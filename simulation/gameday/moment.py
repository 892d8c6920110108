"""The cluster at one moment, as far as a game day looks at it: pods, and nodes that are lost."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from components.types import Manifest
from simulation.outcome.condition import holds
from simulation.outcome.outcome import MODEL_LABEL
from simulation.outcome.training import JOB_LABEL

FINISHED = ("Succeeded", "Failed")


@dataclass(frozen=True, kw_only=True)
class PodSeen:
    """One pod of a model or a job. `owner` is that one's name, `claims` are the volumes it mounts.

    A pod `answers` that is Ready on a node that is there: Kubernetes itself takes a pod for Ready
    until it notices that the node is silent.
    """

    uid: str
    owner: str
    kind: Literal["model", "job"]
    tenant: str
    priority: str
    placed: bool
    answers: bool
    going: bool
    stranded: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Moment:
    """`at` seconds after the beginning."""

    at: float
    pods: tuple[PodSeen, ...]

    def ready(self, model: str) -> int:
        """How many replicas of a model answer."""
        return sum(pod.answers for pod in self.of("model", model))

    def there(self, model: str) -> int:
        """How many pods a model has on nodes that are there, old and new ones of an update."""
        return sum(not pod.stranded for pod in self.of("model", model))

    def workers(self, job: str) -> int:
        """How many workers of a job run."""
        return sum(pod.answers for pod in self.of("job", job))

    def of(self, kind: str, owner: str) -> list[PodSeen]:
        """Whatever pods of one owner there are."""
        return [pod for pod in self.pods if (pod.kind, pod.owner) == (kind, owner)]


@dataclass(frozen=True)
class Taken:
    """The scheduler took a pod's place for somebody else."""

    at: float
    owner: str
    priority: str


def moment(at: float, pods: Iterable[Manifest], lost: Collection[str]) -> Moment:
    """Those of `pods` that belong to models and jobs; `lost` are the names of nodes that are."""
    seen = (_seen(pod, lost) for pod in pods)
    return Moment(at, tuple(pod for pod in seen if pod is not None))


def _seen(pod: Manifest, lost: Collection[str]) -> PodSeen | None:
    labels: Mapping[str, str] = pod["metadata"].get("labels", {})
    owner = labels.get(JOB_LABEL) or labels.get(MODEL_LABEL)
    node = pod["spec"].get("nodeName")
    if owner is None or pod.get("status", {}).get("phase") in FINISHED:
        return None
    going = "deletionTimestamp" in pod["metadata"]
    return PodSeen(
        uid=pod["metadata"]["uid"],
        owner=owner,
        kind="job" if JOB_LABEL in labels else "model",
        tenant=pod["metadata"]["namespace"],
        priority=pod["spec"].get("priorityClassName", ""),
        placed=node is not None,
        answers=holds(pod, "Ready") and not going and node not in lost,
        going=going,
        stranded=node in lost,
        claims=_claims(pod),
    )


def _claims(pod: Manifest) -> tuple[str, ...]:
    volumes = pod["spec"].get("volumes", [])
    claims = (volume.get("persistentVolumeClaim", {}).get("claimName") for volume in volumes)
    return tuple(sorted(claim for claim in claims if claim))
