"""Why a model is not Ready: the most telling thing that Kubernetes says about it."""

from collections.abc import Iterator, Sequence

from components.types import Manifest
from simulation.outcome.condition import condition

WAITING_TO_BE_SEEN = "KServe has not looked at it yet"


def reason(service: Manifest | None, pods: Sequence[Manifest], events: Sequence[Manifest]) -> str:
    """The scheduler's word first, then what stopped its pods, then KServe's own conditions."""
    found = [*_unscheduled(pods), *_refused_pods(service, events), *_conditions(service)]
    return next((text for text in found if text), WAITING_TO_BE_SEEN)


def _unscheduled(pods: Sequence[Manifest]) -> Iterator[str]:
    for pod in pods:
        scheduled = condition(pod, "PodScheduled")
        if scheduled.get("status") == "False":
            yield f"{scheduled.get('reason', '')}: {scheduled.get('message', '')}"
    if pods and all("nodeName" not in pod["spec"] for pod in pods):
        yield "its pods wait for the scheduler"


def _refused_pods(service: Manifest | None, events: Sequence[Manifest]) -> Iterator[str]:
    """Pods that were never made: a quota, Pod Security, or a webhook said no."""
    name = (service or {"metadata": {"name": ""}})["metadata"]["name"]
    for event in events:
        about = event.get("involvedObject", {}).get("name", "")
        if name and about.startswith(f"{name}-") and event.get("reason") == "FailedCreate":
            yield str(event.get("message", ""))


def _conditions(service: Manifest | None) -> Iterator[str]:
    for kind in ("PredictorReady", "IngressReady", "Ready"):
        found = condition(service, kind)
        if found.get("status") != "True" and (found.get("message") or found.get("reason")):
            yield f"{kind}: {found.get('message') or found.get('reason')}"
