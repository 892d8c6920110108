"""The API server as a pod reaches it, with nothing but Python's own library."""

import json
import os
import socket
import ssl
from collections.abc import Iterator
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse, HTTPSConnection
from pathlib import Path
from typing import Any

MERGE_PATCH = "application/merge-patch+json"
ANSWER_SECONDS = 10
WATCH_SECONDS = 90
"""A watch says something each minute, if only how far it is (allowWatchBookmarks)."""

DEAD_AFTER = {"TCP_KEEPIDLE": 5, "TCP_KEEPINTVL": 2, "TCP_KEEPCNT": 3, "TCP_USER_TIMEOUT": 10_000}
"""An API server in a lost zone says no goodbye, so TCP asks after it (seconds, tries, ms)."""


class Api:
    """Calls as the service account whose token and authority lie in `credentials`."""

    def __init__(self, credentials: Path) -> None:
        self._credentials = credentials
        self._tls = ssl.create_default_context(cafile=str(credentials / "ca.crt"))
        # Authorities of EKS carry no key identifier (kubernetes-client/python#2394).
        self._tls.verify_flags &= ~ssl.VERIFY_X509_STRICT

    def get(self, path: str) -> dict[str, Any]:
        """The object or list at `path`."""
        found: dict[str, Any] = json.loads(self._ask("GET", path).read())
        return found

    def patch(self, path: str, body: dict[str, Any]) -> bool:
        """Whether the object was still the one that the patch speaks of."""
        response = self._ask("PATCH", path, json.dumps(body))
        response.read()
        return response.status == HTTPStatus.OK

    def lines(self, path: str) -> Iterator[dict[str, Any]]:
        """The events of a watch, as they come, until the API server ends it."""
        response = self._ask("GET", path, patience=WATCH_SECONDS)
        while line := response.readline():
            yield json.loads(line)

    def _ask(
        self, method: str, path: str, body: str | None = None, patience: int = ANSWER_SECONDS
    ) -> HTTPResponse:
        connection = self._connected(patience)
        token = (self._credentials / "token").read_text().strip()
        headers = {"Authorization": f"Bearer {token}", "Content-Type": MERGE_PATCH}
        connection.request(method, path, body, headers)
        response = connection.getresponse()
        if response.status not in (HTTPStatus.OK, HTTPStatus.CONFLICT, HTTPStatus.NOT_FOUND):
            raise HTTPException(f"{method} {path}: {response.status} {response.read(500)!r}")
        return response

    def _connected(self, patience: int) -> HTTPSConnection:
        connection = HTTPSConnection(
            os.environ["KUBERNETES_SERVICE_HOST"],
            int(os.environ["KUBERNETES_SERVICE_PORT"]),
            timeout=ANSWER_SECONDS,
            context=self._tls,
        )
        connection.connect()
        connection.sock.settimeout(patience)
        connection.sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        for name, value in DEAD_AFTER.items():
            if option := getattr(socket, name, None):
                connection.sock.setsockopt(socket.IPPROTO_TCP, option, value)
        return connection
