"""A server that is away for a moment is asked again; one that says no is believed."""

import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, ClassVar

import pytest
import urllib3

from simulation.plugin import api
from simulation.plugin.api import Api, Failure, Stopped
from simulation.plugin.discovery import Kinds, NoSuchKind
from simulation.plugin.kubeconfig import Cluster

Answer = tuple[int, dict[str, Any]]


class Script(BaseHTTPRequestHandler):
    """Answers what the test wrote down, the last of it for ever."""

    answers: ClassVar[list[Answer]] = []
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.asked.append(self.path)
        status, body = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        self.send_response(status)
        self.send_header("Warning", '299 - "spec.x is unknown"')
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Silence."""


@pytest.fixture
def server() -> Iterator[str]:
    Script.answers, Script.asked = [], []
    found = ThreadingHTTPServer(("127.0.0.1", 0), Script)
    threading.Thread(target=found.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{found.server_port}"
    found.shutdown()
    found.server_close()


def client(server: str, patience: float = 5) -> Api:
    return Api(Cluster(server, {}, {"token": "t"}, "default"), patience)


def test_a_busy_server_is_asked_again(server: str) -> None:
    Script.answers = [(503, {}), (429, {}), (500, {"message": "failed calling webhook"})]
    Script.answers.append((200, {"kind": "Pod"}))

    assert client(server).get("/x", limit="1") == {"kind": "Pod"}
    assert Script.asked == ["/x?limit=1"] * 4


def test_a_server_that_says_no_is_asked_once(server: str) -> None:
    Script.answers = [(403, {"message": "not you", "reason": "Forbidden"})]

    with pytest.raises(Failure, match="not you") as failure:
        client(server).get("/x")

    assert (failure.value.status, failure.value.reason) == (403, "Forbidden")
    assert len(Script.asked) == 1


def test_patience_ends(server: str) -> None:
    Script.answers = [(503, {"message": "later"})]

    with pytest.raises(Failure, match="later"):
        client(server, patience=0.3).get("/x")


def test_a_server_that_is_not_there_is_waited_for_until_patience_ends(server: str) -> None:
    begun = time.monotonic()

    with pytest.raises(urllib3.exceptions.HTTPError):
        client("http://127.0.0.1:9", patience=0.3).get("/x")

    assert time.monotonic() - begun > 0.1


def test_a_wait_ends_when_the_engine_stops(server: str) -> None:
    Script.answers = [(503, {})]
    found = client(server)
    found.stopping.set()

    with pytest.raises(Stopped):
        found.get("/x")


def test_warnings_are_kept_for_whoever_asks(server: str) -> None:
    Script.answers = [(200, {})]
    found = client(server)
    found.get("/x")
    found.get("/x")

    assert api.warnings() == ["spec.x is unknown"]
    assert api.warnings() == []


def test_a_version_is_read_once_and_again_for_a_kind_that_was_not_there(server: str) -> None:
    pod = {"name": "pods", "kind": "Pod", "namespaced": True}
    status = {"name": "pods/status", "kind": "Pod", "namespaced": True}
    node = {"name": "nodes", "kind": "Node", "namespaced": False}
    Script.answers = [(200, {"resources": [pod, status]}), (200, {"resources": [pod, node]})]
    kinds = Kinds(client(server))

    assert kinds.find("v1", "Pod").path("a", "b") == "/api/v1/namespaces/a/pods/b"
    with pytest.raises(NoSuchKind):
        kinds.find("v1", "Node")
    time.sleep(0.35)
    assert kinds.find("v1", "Node").path("a", "b") == "/api/v1/nodes/b"
    assert kinds.find("v1", "Pod").namespaced
    assert Script.asked == ["/api/v1"] * 2


def test_a_version_that_nobody_serves_has_no_kinds(server: str) -> None:
    Script.answers = [(404, {})]

    with pytest.raises(NoSuchKind, match="knows no Thing in a/v1"):
        Kinds(client(server)).find("a/v1", "Thing")


def test_a_refusal_after_an_unanswered_attempt_is_marked_as_unsure(server: str) -> None:
    Script.answers = [(503, {}), (409, {"reason": "AlreadyExists"})]

    with pytest.raises(Failure) as failure:
        client(server).get("/x")

    assert failure.value.unsure
