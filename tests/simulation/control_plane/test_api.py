import http.client
import json
import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from simulation.control_plane.api import Api, Refused
from simulation.control_plane.site import Site


class Server(BaseHTTPRequestHandler):
    """Says what it was asked, and hangs up on idle connections without a word."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        status = 404 if self.path == "/nothing" else 409 if self.path == "/taken" else 200
        body = {
            "message": f"status {status}",
            "asked": self.path,
            "by": self.headers["Authorization"],
        }
        text = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)
        self.close_connection = self.path == "/and-hang-up"

    def do_PATCH(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def api(site: Site) -> Iterator[Api]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(site.certificate("server"), site.key("server"))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Api(server.server_port, site.authority, "secret")
    server.shutdown()
    server.server_close()


def test_every_request_carries_the_token(api: Api) -> None:
    assert api.get("/version")["by"] == "Bearer secret"


def test_a_connection_that_was_closed_while_idle_is_opened_again(api: Api) -> None:
    api.get("/and-hang-up")

    assert api.get("/version")["asked"] == "/version"


@pytest.mark.parametrize("sign", [ssl.SSLEOFError, ConnectionResetError, BrokenPipeError])
def test_a_closed_connection_is_opened_again_however_it_shows_itself(
    api: Api, monkeypatch: pytest.MonkeyPatch, sign: type[OSError]
) -> None:
    api.get("/version")
    sent = http.client.HTTPSConnection.request
    refusals = [sign("closed")]

    def request(*arguments: Any) -> None:
        if refusals:
            raise refusals.pop()
        sent(*arguments)

    monkeypatch.setattr(http.client.HTTPSConnection, "request", request)

    assert api.get("/version")["asked"] == "/version"


def test_what_is_not_there_is_none(api: Api) -> None:
    assert api.find("/nothing") is None


def test_another_refusal_is_an_error_with_the_servers_words(api: Api) -> None:
    with pytest.raises(Refused, match="status 409"):
        api.find("/taken")


def test_an_object_is_applied_in_our_name(api: Api) -> None:
    manifest = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "kserve"}}

    asked = api.apply(manifest)["asked"]

    assert asked == "/api/v1/namespaces/kserve?fieldManager=gpu-inference-simulation&force=true"


def test_an_object_is_judged_without_being_kept(api: Api) -> None:
    manifest = {"apiVersion": "v1", "kind": "Namespace", "metadata": {"name": "kserve"}}

    assert "&dryRun=All" in api.check(manifest)["asked"]


def test_an_api_server_that_is_not_there_is_an_operating_systems_error(site: Site) -> None:
    with pytest.raises(OSError, match="refused"):
        Api(9, site.authority, "secret").get("/version")
