"""The few things that setting up a cluster asks of its API server, over plain HTTPS."""

import http.client
import json
import ssl
import threading
from pathlib import Path
from typing import Any, Protocol, Self

from simulation.control_plane.failure import ControlPlaneError
from simulation.control_plane.manifest import Manifest, path, where
from simulation.control_plane.site import LOOPBACK, Site

APPLY = "application/apply-patch+yaml"
CLOSED = (ConnectionResetError, BrokenPipeError, ssl.SSLEOFError)
"""How a connection that the server has closed meanwhile shows itself, by where that is noticed."""
FIELD_MANAGER = "gpu-inference-simulation"


class Refused(ControlPlaneError):
    """The API server answered, and the answer is no."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status = status


class Readable(Protocol):
    """Whatever answers a path of the API."""

    def get(self, target: str) -> Any: ...


class Api:
    """One administrator's connection for each thread, kept open between requests."""

    def __init__(self, port: int, authority: Path, token: str) -> None:
        self._port = port
        self._token = token
        self._trust = ssl.create_default_context(cafile=str(authority))
        self._local = threading.local()

    @classmethod
    def of(cls, site: Site) -> Self:
        """The API of a site's cluster, as its administrator."""
        return cls(site.port["kube-apiserver"], site.authority, site.token["admin"])

    def get(self, target: str, accept: str = "application/json") -> Any:
        """What lies at a path, parsed where it is JSON."""
        return self._ask("GET", target, headers={"Accept": accept})

    def find(self, target: str) -> Any | None:
        """What lies at a path, or None where nothing does."""
        try:
            return self.get(target)
        except Refused as refusal:
            if refusal.status == http.client.NOT_FOUND:
                return None
            raise

    def create(self, target: str, body: Manifest) -> Any:
        """Create an object in a collection."""
        headers = {"Content-Type": "application/json"}
        return self._ask("POST", target, json.dumps(body), headers)

    def replace(self, target: str, body: Manifest) -> Any:
        """Put an object in the place of the one that is there, whoever wrote that meanwhile."""
        return self._ask("PUT", target, json.dumps(body), {"Content-Type": "application/json"})

    def apply(self, manifest: Manifest) -> Any:
        """Make an object as it is written here, and leave what others wrote in it alone."""
        return self._apply(manifest, "force=true")

    def check(self, manifest: Manifest, plural: str | None = None) -> Any:
        """Have an object judged, strictly and by webhooks too, without changing anything.

        `plural` is for a kind of somebody else's, which may have an unusual one.
        """
        return self._apply(manifest, "force=true&dryRun=All&fieldValidation=Strict", plural)

    def _apply(self, manifest: Manifest, options: str, plural: str | None = None) -> Any:
        target = f"{path(manifest, plural)}?fieldManager={FIELD_MANAGER}&{options}"
        try:
            return self._ask("PATCH", target, json.dumps(manifest), {"Content-Type": APPLY})
        except Refused as refusal:
            raise Refused(refusal.status, f"{where(manifest)}: {refusal}") from None

    def delete(self, target: str) -> None:
        """Delete what lies at a path."""
        self._ask("DELETE", target)

    def _ask(
        self,
        method: str,
        target: str,
        body: str | None = None,
        headers: dict[str, str] | None = None,
    ) -> Any:
        own = {"Authorization": f"Bearer {self._token}", **(headers or {})}
        response, text = self._exchanged(method, target, body, own)
        if response.status >= http.client.BAD_REQUEST:
            raise Refused(response.status, _message(text))
        is_json = response.headers.get_content_type() == "application/json"
        return json.loads(text) if is_json else text.decode()

    def _exchanged(self, *request: Any) -> tuple[http.client.HTTPResponse, bytes]:
        """One exchange; where the server closed an idle connection meanwhile, on a new one."""
        idle = getattr(self._local, "connection", None) is not None
        try:
            return self._exchanged_once(*request)
        except CLOSED:
            if not idle:
                raise
            return self._exchanged_once(*request)

    def _exchanged_once(self, *request: Any) -> tuple[http.client.HTTPResponse, bytes]:
        try:
            connection = self._connection()
            connection.request(*request)
            response = connection.getresponse()
            return response, response.read()
        except OSError:
            self._local.connection = None
            raise
        except http.client.HTTPException as error:
            self._local.connection = None
            raise ConnectionError(f"the API server broke off: {error!r}") from error

    def _connection(self) -> http.client.HTTPSConnection:
        known: http.client.HTTPSConnection | None = getattr(self._local, "connection", None)
        if known is None:
            known = http.client.HTTPSConnection(
                LOOPBACK, self._port, timeout=30, context=self._trust
            )
            self._local.connection = known
        return known


def _message(text: bytes) -> str:
    try:
        return str(json.loads(text)["message"])
    except (ValueError, KeyError):
        return text.decode(errors="replace").strip()
