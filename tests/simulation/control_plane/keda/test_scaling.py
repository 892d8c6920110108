"""KEDA, its adapter and the real autoscaler, against a metric source of this test's own."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from simulation.control_plane import ControlPlane, Parts
from simulation.control_plane.manifest import Manifest
from tests.simulation.control_plane.cluster_objects import created
from tests.support.cluster import started
from tests.support.patience import eventually

pytestmark = pytest.mark.cluster


class Prometheus(BaseHTTPRequestHandler):
    """Answers every query with eight."""

    def do_GET(self) -> None:
        result = [{"metric": {}, "value": [0, "8"]}]
        answer = {"status": "success", "data": {"resultType": "vector", "result": result}}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(answer).encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def prometheus() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Prometheus)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def plane() -> Iterator[ControlPlane]:
    with started(Parts(volcano=False, kserve=False, keda=True)) as plane:
        yield plane


def deployment(name: str) -> Manifest:
    labels = {"app": name}
    pod = {"metadata": {"labels": labels}, "spec": {"containers": [{"name": "a", "image": "a"}]}}
    return {
        "apiVersion": "apps/v1",
        "kind": "Deployment",
        "metadata": {"name": name, "namespace": "default"},
        "spec": {"replicas": 1, "selector": {"matchLabels": labels}, "template": pod},
    }


def scaled_object(name: str, server: str) -> Manifest:
    metadata = {"serverAddress": server, "query": "vllm:num_requests_waiting", "threshold": "2"}
    return {
        "apiVersion": "keda.sh/v1alpha1",
        "kind": "ScaledObject",
        "metadata": {"name": name, "namespace": "default"},
        "spec": {
            "scaleTargetRef": {"name": name},
            "maxReplicaCount": 10,
            "triggers": [{"type": "prometheus", "metadata": metadata}],
        },
    }


def test_a_deployment_grows_with_what_its_metric_source_says(
    plane: ControlPlane, prometheus: str
) -> None:
    place = created(plane, deployment("llama"))
    created(plane, scaled_object("llama", prometheus))

    assert eventually(lambda: plane.api.get(place)["spec"]["replicas"] == 4)
    assert plane.failures() == []
