"""A tenant's share of the cluster as Kubernetes enforces it, whoever asks and whatever we planned.

A quota on CPU or memory refuses containers that ask for none, so a LimitRange comes with it. It
sets requests only: a default limit would stand below the request of whoever says just that.
"""

from collections.abc import Iterable, Iterator

from components.quantity import cpu_quantity, memory_quantity
from components.queue.spec import Resources
from components.tenant.spec import Limits, Size, TenantSpec
from components.types import Manifest


def resource_quota(name: str, quota: Resources, gpu_resources: Iterable[str]) -> Manifest:
    """Of every kind of GPU, and part of one, as many as of whole ones."""
    hard = {f"requests.{kind}": _whole(quota.gpus) for kind in gpu_resources}
    hard["requests.cpu"] = None if quota.cpu is None else cpu_quantity(quota.cpu)
    hard["requests.memory"] = (
        None if quota.memory_gib is None else memory_quantity(quota.memory_gib)
    )
    spec = {"hard": {key: value for key, value in hard.items() if value is not None}}
    return _object("ResourceQuota", name, "tenant", spec)


def priority_wall(name: str, forbidden: Iterable[str]) -> Manifest:
    """No pod at all of these priorities: what planning refuses, nobody slips in by hand."""
    scope = {"scopeName": "PriorityClass", "operator": "In", "values": sorted(forbidden)}
    spec = {"hard": {"pods": "0"}, "scopeSelector": {"matchExpressions": [scope]}}
    return _object("ResourceQuota", name, "forbidden-priorities", spec)


def limit_range(name: str, limits: Limits) -> Manifest:
    """What each container gets and may have."""
    item: Manifest = {"type": "Container", "defaultRequest": _size(limits.default)}
    if limits.largest is not None:
        item["max"] = _size(limits.largest)
    return _object("LimitRange", name, "tenant", {"limits": [item]})


def limits_of(spec: TenantSpec) -> Iterator[Limits]:
    """Said, or implied by a quota that refuses containers without requests."""
    quota = spec.quota
    if spec.limits is not None:
        yield spec.limits
    elif quota is not None and (quota.cpu is not None or quota.memory_gib is not None):
        yield Limits()


def _size(size: Size) -> Manifest:
    return {"cpu": cpu_quantity(size.cpu), "memory": memory_quantity(size.memory_gib)}


def _whole(number: int | None) -> str | None:
    return None if number is None else str(number)


def _object(kind: str, namespace: str, name: str, spec: Manifest) -> Manifest:
    metadata = {"name": name, "namespace": namespace}
    return {"apiVersion": "v1", "kind": kind, "metadata": metadata, "spec": spec}
