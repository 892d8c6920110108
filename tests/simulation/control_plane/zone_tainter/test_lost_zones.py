"""Kubernetes' own controller and the zone tainter, where a zone falls silent."""

from collections.abc import Collection, Iterator
from http.client import HTTPException
from pathlib import Path
from time import monotonic
from urllib.parse import parse_qs, urlsplit

import pytest

from components.availability import ZONE
from components.namespace.manifest import namespace
from components.namespace.spec import NamespaceSpec
from components.platform.site import Site
from components.zone_tainter.manifest import NAMESPACE, zone_tainter
from components.zone_tainter.program import alive
from components.zone_tainter.program.api import Api
from components.zone_tainter.program.guard import guard
from components.zone_tainter.program.nodes import Node
from simulation.control_plane import ControlPlane, Parts
from simulation.control_plane.site import Site as Place
from simulation.control_plane.zone_tainter.processes import zone_tainter as running
from simulation.nodes.silence import silence, wake
from stacks.versions import PYTHON_IMAGE
from tests.components.zone_tainter.program.test_guard import HEARD, LOST, Server
from tests.simulation.control_plane.cluster_objects import created, pods
from tests.support.cluster import gpu_node, started
from tests.support.patience import eventually

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(240)]

ZONES = {zone: [f"{zone}-{index}" for index in range(4)] for zone in "abc"}
LEFT = "NoExecute"
PACE_SECONDS = 10
"""In which Kubernetes gives up one node of a zone."""


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    """Three zones of four nodes, and nobody but Kubernetes and the zone tainter."""
    parts = Parts(volcano=False, kserve=False, zone_tainter=True, node_grace_seconds=20)
    with started(parts) as made:
        for zone, names in ZONES.items():
            for name in names:
                node = gpu_node(name)
                node["metadata"]["labels"][ZONE] = zone
                created(made, node)
        yield made


def nodes(plane: ControlPlane, names: Collection[str]) -> list[Node]:
    listed = plane.api.get("/api/v1/nodes")["items"]
    return [Node.of(one) for one in listed if one["metadata"]["name"] in names]


@pytest.fixture
def silenced(plane: ControlPlane) -> Iterator[list[str]]:
    """Whoever a test silences is heard again after it, and nobody is given up."""
    names: list[str] = []
    everybody = [name for zone in ZONES.values() for name in zone]
    assert eventually(lambda: not any(one.taints for one in nodes(plane, everybody)))
    yield names
    for name in names:
        wake(plane.api, name)
    assert eventually(lambda: not any(one.taints for one in nodes(plane, names)))


def lost(plane: ControlPlane, silenced: list[str], names: Collection[str]) -> None:
    """Silence them, and wait until they count as lost."""
    for name in names:
        silence(plane.api, name)
        silenced.append(name)
    assert eventually(lambda: all(one.silent for one in nodes(plane, names)))


def test_a_lost_zone_is_given_up_whole_before_kubernetes_would_take_its_second_node(
    plane: ControlPlane, silenced: list[str]
) -> None:
    lost(plane, silenced, ZONES["a"])
    began = monotonic()

    assert eventually(lambda: all(one.given_up for one in nodes(plane, ZONES["a"])))
    assert monotonic() - began < PACE_SECONDS
    given_up = [t for one in nodes(plane, ZONES["a"]) for t in one.taints if t["effect"] == LEFT]
    assert all("timeAdded" in taint for taint in given_up)


def test_three_of_a_zone_s_four_nodes_are_given_up_although_kubernetes_would_take_none(
    plane: ControlPlane, silenced: list[str]
) -> None:
    lost(plane, silenced, ZONES["b"][:3])

    assert eventually(lambda: all(one.given_up for one in nodes(plane, ZONES["b"][:3])))


def test_where_two_zones_are_silent_kubernetes_keeps_its_pace(
    plane: ControlPlane, silenced: list[str]
) -> None:
    two = [*ZONES["a"], *ZONES["b"]]
    lost(plane, silenced, two)

    assert not eventually(
        lambda: all(one.given_up for one in nodes(plane, two)), seconds=PACE_SECONDS
    )


def test_its_account_may_see_and_change_nodes_and_nothing_else(
    plane: ControlPlane, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = running(Place.opened(plane.state, running=True))
    for name, value in process.env.items():
        monkeypatch.setenv(name, value)
    api = Api(Path(process.argv[-1]))

    listed = api.get("/api/v1/nodes?limit=1")
    [first] = listed["items"]
    outdated = {"metadata": {"resourceVersion": "1"}}

    assert not api.patch(f"/api/v1/nodes/{first['metadata']['name']}", outdated)
    assert next(api.lines("/api/v1/nodes?watch=1&timeoutSeconds=5"))["type"] == "ADDED"
    for target in ("/api/v1/pods", "/api/v1/secrets", "/api/v1/namespaces"):
        with pytest.raises(HTTPException, match="403"):
            api.get(target)


def test_the_api_server_knows_every_word_that_it_is_asked_with(
    plane: ControlPlane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alive, "FOLDER", tmp_path)
    server = Server([*LOST, HEARD], [])
    guard(server)
    queries = [urlsplit(target).query for target in (*server.asked, *server.watched)]
    asked = {word for query in queries for word in parse_qs(query)}
    known = plane.api.get("/openapi/v3/api/v1")["paths"]["/api/v1/nodes"]["get"]["parameters"]

    assert {"limit", "continue", "allowWatchBookmarks", "resourceVersion"} < asked
    assert asked <= {one["name"] for one in known}


def test_its_pods_are_admitted_where_pod_security_is_strictest(plane: ControlPlane) -> None:
    plane.api.apply(namespace(NAMESPACE, NamespaceSpec(level="restricted")))
    for made in zone_tainter(Site(), PYTHON_IMAGE):
        plane.api.check(made)
        plane.api.apply(made)

    assert eventually(lambda: len(pods(plane, NAMESPACE)) == Site().replicas)
