"""Services and claims are ready when other objects are, so those are looked at too."""

from collections.abc import Callable
from typing import Any, Final

from simulation.plugin import objects
from simulation.plugin.objects import at
from simulation.plugin.readiness import READY
from simulation.plugin.values import Properties

Query = dict[str, str]
Look = Callable[[str, str, str, str, Query], Properties]
"""Reads an object, or without a name a list: apiVersion, kind, namespace, name, query."""


def service(thing: Properties, look: Look) -> str:
    """Backed by a ready pod, and with its address where it is a load balancer."""
    kind, spec = at(thing, "spec", "type"), thing.get("spec") or {}
    if kind == "ExternalName" or spec.get("clusterIP") == "None":
        return READY
    if spec.get("selector") and not _endpoints(thing, look):
        return "the Service does not target any ready pod"
    awaited = kind == "LoadBalancer" and not at(thing, "status", "loadBalancer", "ingress")
    return "no address has been assigned" if awaited else READY


def claim(thing: Properties, look: Look) -> str:
    """Bound, or pending where the class waits for a pod."""
    phase = at(thing, "status", "phase")
    storage = at(thing, "spec", "storageClassName")
    if phase == "Pending" and storage and _waits_for_pod(storage, look):
        return READY
    return READY if phase == "Bound" else f"the claim is {phase or 'new'}"


CHECKS: Final[dict[tuple[str, str], Callable[[Properties, Look], str]]] = {
    ("v1", "Service"): service,
    ("v1", "PersistentVolumeClaim"): claim,
}


def events(thing: Properties, look: Look) -> list[str]:
    """What went wrong with the object lately, in the words of whoever noticed."""
    uid = objects.metadata(thing).get("uid") or ""
    query = {"fieldSelector": f"involvedObject.uid={uid},type=Warning", "limit": "50"}
    found = look("v1", "Event", objects.namespace(thing) or "default", "", query)
    told = [f"{item.get('reason')}: {item.get('message')}" for item in found.get("items") or []]
    return list(dict.fromkeys(told))[-3:]


def _endpoints(thing: Properties, look: Look) -> list[Any]:
    query = {"labelSelector": f"kubernetes.io/service-name={objects.name(thing)}"}
    where = objects.namespace(thing)
    slices = look("discovery.k8s.io/v1", "EndpointSlice", where, "", query).get("items") or []
    targets = [target for part in slices for target in part.get("endpoints") or []]
    return [target for target in targets if at(target, "conditions", "ready") is not False]


def _waits_for_pod(name: str, look: Look) -> bool:
    found = look("storage.k8s.io/v1", "StorageClass", "", name, {})
    return found.get("volumeBindingMode") == "WaitForFirstConsumer"
