"""Requests to the API server are repeated while it is away, for a minute at most."""

import json
import threading
import time
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode

import urllib3

from simulation.plugin.kubeconfig import Cluster
from simulation.plugin.values import Properties

PATIENCE: Final = 60.0
APPLY: Final = "application/apply-patch+yaml"
JSON_PATCH: Final = "application/json-patch+json"
AWAY: Final = urllib3.exceptions.HTTPError
UNSENT: Final = (urllib3.exceptions.NewConnectionError, urllib3.exceptions.ConnectTimeoutError)


class Failure(Exception):
    """The API server's answer to a request that it did not grant."""

    def __init__(self, status: int, answer: Properties) -> None:
        super().__init__(answer.get("message") or f"the API server answered {status}")
        self.status = status
        self.absent = status == HTTPStatus.NOT_FOUND
        self.reason = str(answer.get("reason") or "")
        self.unsure = False
        """Whether an earlier attempt was sent without being answered: it may have been granted."""


class Stopped(Exception):
    """The engine asked to stop."""


class Api:
    """One API server, as many requests at once as the engine likes."""

    def __init__(self, cluster: Cluster, patience: float = PATIENCE) -> None:
        secure: Any = {"ssl_context": cluster.tls()} if _secure(cluster) else {}
        self._pool = urllib3.PoolManager(
            maxsize=64,
            retries=False,
            timeout=urllib3.Timeout(connect=5.0, read=60.0),
            headers={"Accept": "application/json", **cluster.headers()},
            **secure,
        )
        self._server = cluster.server.rstrip("/")
        self._patience = patience
        self.stopping = threading.Event()

    def get(self, path: str, **query: str) -> Properties:
        """Read."""
        return self.send("GET", path, query)

    def send(
        self, method: str, path: str, query: dict[str, str], body: Any = None, kind: str = ""
    ) -> Properties:
        """Ask until granted, refused for good, or out of patience."""
        url = f"{self._server}{path}" + (f"?{urlencode(query)}" if query else "")
        deadline, pause, unsure = time.monotonic() + self._patience, 0.05, False
        while True:
            try:
                return self._once(method, url, body, kind)
            except Failure as failure:
                failure.unsure = unsure
                caught: Exception = failure
            except AWAY as away:
                caught = away
            if not _passing(caught) or time.monotonic() + pause > deadline:
                raise caught
            unsure = unsure or not isinstance(caught, UNSENT)
            self.sleep(pause)
            pause = min(pause * 1.6, 2.0)

    def sleep(self, seconds: float) -> None:
        """Wait, unless the engine asks to stop."""
        if self.stopping.wait(seconds):
            raise Stopped("stopped by the engine")

    def _once(self, method: str, url: str, body: Any, kind: str) -> Properties:
        headers = {"Content-Type": kind or "application/json"}
        content = None if body is None else json.dumps(body).encode()
        merged = {**self._pool.headers, **headers}
        response = self._pool.request(method, url, body=content, headers=merged)
        answer = _answer(response.data)
        if response.status >= HTTPStatus.BAD_REQUEST:
            raise Failure(response.status, answer)
        for warning in response.headers.getlist("Warning"):
            _WARNINGS.notice(warning)
        return answer


class _Warnings(threading.local):
    """What the API server warned of while this thread's operation ran."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def notice(self, header: str) -> None:
        self.seen.append(header.partition('"')[2].rpartition('"')[0] or header)


_WARNINGS: Final = _Warnings()


def warnings() -> list[str]:
    """The API server's warnings to this thread since it last asked."""
    found, _WARNINGS.seen = list(dict.fromkeys(_WARNINGS.seen)), []
    return found


def _secure(cluster: Cluster) -> bool:
    return cluster.server.startswith("https")


def _passing(failure: Exception) -> bool:
    """Whether the same request may be granted a moment later."""
    if isinstance(failure, Failure):
        busy = failure.status == HTTPStatus.TOO_MANY_REQUESTS
        return busy or failure.status >= HTTPStatus.INTERNAL_SERVER_ERROR
    return "CERTIFICATE_VERIFY_FAILED" not in str(failure)


def _answer(data: bytes) -> Properties:
    try:
        found = json.loads(data) if data else {}
    except ValueError:
        found = {"message": data.decode(errors="replace")}
    return found if isinstance(found, dict) else {}
