"""A tenant's walls on the real API server: what exceeds its share or borrows a rank stays out."""

import uuid

import pytest

from components.queue.spec import Resources
from components.tenant.quota import limit_range, limits_of, priority_wall, resource_quota
from components.tenant.spec import Limits, Size, TenantSpec
from components.types import Manifest
from simulation.control_plane.api import Refused
from simulation.control_plane.control_plane import ControlPlane
from simulation.control_plane.manifest import path
from tests.lifecycle.life import eventually
from tests.simulation.control_plane.cluster_objects import created

pytestmark = pytest.mark.cluster
GPU = "nvidia.com/gpu"


def pod(namespace: str, priority: str = "", gpus: int = 0, cpu: str = "") -> Manifest:
    """One that nobody places: only whether it is let in counts here."""
    asked = {**({GPU: str(gpus)} if gpus else {}), **({"cpu": cpu} if cpu else {})}
    container = {"name": "c", "image": "c", "resources": {"limits": asked, "requests": asked}}
    return {
        "apiVersion": "v1",
        "kind": "Pod",
        "metadata": {"name": f"p-{uuid.uuid4().hex[:8]}", "namespace": namespace},
        "spec": {
            "schedulerName": "nobody",
            **({"priorityClassName": priority} if priority else {}),
            "containers": [container],
        },
    }


def stands(plane: ControlPlane, wall: Manifest) -> None:
    """Make it, and wait until the API server counts by it."""
    plane.api.apply(wall)
    assert eventually(lambda: "hard" in plane.api.get(path(wall)).get("status", {}))


def test_the_quota_refuses_a_pod_that_would_exceed_it(
    control_plane: ControlPlane, namespace: str
) -> None:
    stands(control_plane, resource_quota(namespace, Resources(gpus=3), [GPU]))
    created(control_plane, pod(namespace, gpus=2))

    with pytest.raises(Refused, match="exceeded quota: tenant"):
        created(control_plane, pod(namespace, gpus=2))
    assert created(control_plane, pod(namespace, gpus=1))


def test_what_ends_gives_its_share_back(control_plane: ControlPlane, namespace: str) -> None:
    stands(control_plane, resource_quota(namespace, Resources(gpus=1), [GPU]))
    control_plane.api.delete(created(control_plane, pod(namespace, gpus=1)))

    def let_in() -> bool:
        try:
            return bool(created(control_plane, pod(namespace, gpus=1)))
        except Refused:
            return False

    assert eventually(let_in)


def test_nobody_slips_in_a_priority_that_is_not_the_tenant_s(
    control_plane: ControlPlane, namespace: str, classes: tuple[str, str]
) -> None:
    low, high = classes
    stands(control_plane, priority_wall(namespace, [high]))

    with pytest.raises(Refused, match="exceeded quota: forbidden-priorities"):
        created(control_plane, pod(namespace, high))
    assert created(control_plane, pod(namespace, low))


def test_a_quota_on_cpu_lets_in_who_says_nothing_because_limits_come_with_it(
    control_plane: ControlPlane, namespace: str
) -> None:
    spec = TenantSpec(queue="q", priority="p", quota=Resources(cpu=4, memory_gib=4))
    assert spec.quota is not None
    stands(control_plane, resource_quota(namespace, spec.quota, [GPU]))

    with pytest.raises(Refused, match="must specify requests"):
        created(control_plane, pod(namespace))
    for limits in limits_of(spec):
        control_plane.api.apply(limit_range(namespace, limits))
    assert eventually(lambda: _taken(control_plane, pod(namespace)))


def test_no_container_is_larger_than_the_largest(
    control_plane: ControlPlane, namespace: str
) -> None:
    limits = Limits(largest=Size(cpu=2, memory_gib=4))
    control_plane.api.apply(limit_range(namespace, limits))

    assert eventually(lambda: not _taken(control_plane, pod(namespace, cpu="3")))
    with pytest.raises(Refused, match="maximum cpu usage per Container is 2"):
        created(control_plane, pod(namespace, cpu="3"))


def _taken(plane: ControlPlane, one: Manifest) -> bool:
    try:
        return bool(created(plane, one))
    except Refused:
        return False
