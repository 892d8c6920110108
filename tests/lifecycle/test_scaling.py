"""Our ScaledObjects under KEDA's real decisions: up, down, from zero and to zero, on our queries.

A local server stands for Prometheus: it answers a query by the metric it names.
"""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from urllib.parse import parse_qs, urlparse

import pytest

from components.scaler.manifest import Target, scaled_object
from components.scaler.queries import signals
from components.scaler.spec import EngineSignals, Scaling, Wake
from components.types import Manifest
from simulation.control_plane import ControlPlane, Parts
from tests.lifecycle.life import eventually
from tests.support.cluster import started

pytestmark = [pytest.mark.cluster, pytest.mark.timeout(500)]

WAITING, REQUESTS = "vllm:num_requests_waiting", "gateway_requests"
SECONDS = 150


class Metrics:
    """What each metric is now; a query that names none of them has no result."""

    def __init__(self) -> None:
        self.now: dict[str, float] = {}
        self.url = ""

    def answer(self, query: str) -> bytes:
        found = [value for name, value in self.now.items() if name in query]
        result = [{"metric": {}, "value": [0, str(value)]} for value in found]
        data = {"resultType": "vector", "result": result}
        return json.dumps({"status": "success", "data": data}).encode()


@pytest.fixture
def metrics() -> Iterator[Metrics]:
    made = Metrics()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            query = parse_qs(urlparse(self.path).query).get("query", [""])[0]
            self.send_response(200)
            self.end_headers()
            self.wfile.write(made.answer(query))

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.url = f"http://127.0.0.1:{server.server_port}"
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    with started(Parts(volcano=False, kserve=False, keda=True)) as made:
        yield made


def scaled(plane: ControlPlane, name: str, scaling: Scaling, url: str) -> str:
    """A Deployment as KServe would have made it, under our ScaledObject; its address."""
    labels = {"app": name}
    pod = {"metadata": {"labels": labels}, "spec": {"containers": [{"name": "a", "image": "a"}]}}
    deployment: Manifest = {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": f"{name}-predictor", "namespace": "default"},
        "spec": {"selector": {"matchLabels": labels}, "template": pod},
    }
    plane.api.apply(deployment)
    target = Target(namespace="default", service=name, prometheus_url=url)
    wanted = signals(EngineSignals(waiting=2), "default", name)
    plane.api.apply(scaled_object(target, scaling, wanted))
    return f"/apis/apps/v1/namespaces/default/deployments/{name}-predictor"


def test_replicas_follow_the_waiting_requests_up_and_down(
    plane: ControlPlane, metrics: Metrics
) -> None:
    metrics.now = {WAITING: 8}
    place = scaled(plane, "busy", Scaling(max_replicas=6, window_seconds=1), metrics.url)

    assert eventually(lambda: plane.api.get(place)["spec"]["replicas"] == 4, seconds=SECONDS)
    metrics.now = {WAITING: 0}
    assert eventually(lambda: plane.api.get(place)["spec"]["replicas"] == 1, seconds=SECONDS)


def test_a_request_at_the_gateway_wakes_it_and_silence_sends_it_back_to_zero(
    plane: ControlPlane, metrics: Metrics
) -> None:
    scaling = Scaling(
        min_replicas=0,
        max_replicas=3,
        wake=Wake(query=f"sum({REQUESTS})"),
        cooldown_seconds=1,
        window_seconds=1,
    )
    metrics.now = {REQUESTS: 0}
    place = scaled(plane, "asleep", scaling, metrics.url)

    assert eventually(lambda: plane.api.get(place)["spec"]["replicas"] == 0, seconds=SECONDS)
    metrics.now = {REQUESTS: 1}
    assert eventually(lambda: plane.api.get(place)["spec"]["replicas"] >= 1, seconds=SECONDS)
    metrics.now = {REQUESTS: 0}
    assert eventually(lambda: plane.api.get(place)["spec"]["replicas"] == 0, seconds=SECONDS)
