"""Each built-in kind says in its own way that it is ready; the sentence says what is missing."""

from collections.abc import Callable
from typing import Any, Final

from simulation.plugin.objects import at, metadata
from simulation.plugin.values import Properties

READY: Final = ""
Check = Callable[[Properties], str]


class Hopeless(Exception):
    """The object says itself that it will not become ready."""


def condition(thing: Properties, name: str) -> Properties:
    """The status condition of that type, empty where there is none."""
    held = at(thing, "status", "conditions") or []
    same = (entry for entry in held if str(entry.get("type")).lower() == name.lower())
    return next(same, {})


def observed(thing: Properties, found: Properties | None = None) -> bool:
    """Whether the status, or a condition of it, speaks of the object as it now is."""
    own = (found or {}).get("observedGeneration")
    seen = at(thing, "status", "observedGeneration") if own is None else own
    return seen is None or seen >= (metadata(thing).get("generation") or 0)


def deployment(thing: Properties) -> str:
    """Rolled out: the new replicas are available and the controller is done."""
    if not observed(thing) or at(thing, "status", "observedGeneration") is None:
        return "the controller has not seen it yet"
    progressing, available = condition(thing, "Progressing"), condition(thing, "Available")
    wanted = _count(thing, "spec", "replicas", default=1)
    updated = _count(thing, "status", "updatedReplicas")
    ready = _count(thing, "status", "readyReplicas")
    done = progressing.get("reason") == "NewReplicaSetAvailable"
    if done and _true(progressing) and _true(available) and min(updated, ready) >= wanted:
        return READY
    told = [part.get("message", "") for part in (available, progressing) if not _true(part)]
    return " ".join([f"{min(updated, ready)} of {wanted} replicas are available", *told]).strip()


def stateful_set(thing: Properties) -> str:
    """Every replica ready, all of one revision."""
    wanted = _count(thing, "spec", "replicas", default=1)
    ready = _count(thing, "status", "readyReplicas")
    revisions = {at(thing, "status", key) for key in ("currentRevision", "updateRevision")}
    if observed(thing) and at(thing, "status") and ready == wanted and len(revisions) == 1:
        return READY
    return f"{ready} of {wanted} replicas are ready"


def daemon_set(thing: Properties) -> str:
    """A current pod available on every node that should have one."""
    seen = at(thing, "status", "observedGeneration")
    wanted = _count(thing, "status", "desiredNumberScheduled")
    updated = _count(thing, "status", "updatedNumberScheduled")
    available = _count(thing, "status", "numberAvailable")
    if seen is not None and observed(thing) and min(updated, available) >= wanted:
        return READY
    return f"{min(updated, available)} of {wanted} pods are available"


def job(thing: Properties) -> str:
    """Complete; a failed job will not become so."""
    failed = condition(thing, "Failed")
    if _true(failed):
        raise Hopeless(f"the job failed: {failed.get('message') or failed.get('reason')}")
    complete = _true(condition(thing, "Complete"))
    return READY if complete else "the job has not completed"


def pod(thing: Properties) -> str:
    """Ready, or run to its end."""
    phase = at(thing, "status", "phase")
    if phase == "Succeeded" or _true(condition(thing, "Ready")):
        return READY
    unscheduled = condition(thing, "PodScheduled").get("message")
    return unscheduled or f"the pod is {phase or 'not scheduled'}"


def volume(thing: Properties) -> str:
    """Available or bound."""
    phase = at(thing, "status", "phase")
    return READY if phase in ("Available", "Bound") else f"the volume is {phase or 'new'}"


def quota(thing: Properties) -> str:
    """Taken into account by the controller."""
    same = at(thing, "spec", "hard") == at(thing, "status", "hard")
    return READY if same else "the quota is not counted yet"


def ingress(thing: Properties) -> str:
    """Reachable at an address."""
    address = at(thing, "status", "loadBalancer", "ingress")
    return READY if address else "no address has been assigned"


def secret(thing: Properties) -> str:
    """Filled, where a controller fills it."""
    awaited = thing.get("type") == "kubernetes.io/service-account-token"
    return "the token is not issued yet" if awaited and not thing.get("data") else READY


CHECKS: Final[dict[tuple[str, str], Check]] = {
    ("apps/v1", "Deployment"): deployment,
    ("apps/v1", "StatefulSet"): stateful_set,
    ("apps/v1", "DaemonSet"): daemon_set,
    ("batch/v1", "Job"): job,
    ("v1", "Pod"): pod,
    ("v1", "PersistentVolume"): volume,
    ("v1", "ResourceQuota"): quota,
    ("v1", "Secret"): secret,
    ("networking.k8s.io/v1", "Ingress"): ingress,
}


def _true(found: Properties) -> bool:
    return found.get("status") == "True"


def _count(thing: Properties, *path: str, default: int = 0) -> int:
    found: Any = at(thing, *path)
    return default if found is None else int(found)
