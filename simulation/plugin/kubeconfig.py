"""A kubeconfig leads to one API server, and only one on loopback is ever talked to."""

import base64
import ipaddress
import ssl
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import urllib3
import yaml

from simulation.plugin.refusal import Refusal
from simulation.plugin.values import Properties


@dataclass(frozen=True)
class Cluster:
    """Where the API server is, who we are to it, and the namespace meant by silence."""

    server: str
    authority: Properties
    user: Properties
    namespace: str

    def tls(self) -> ssl.SSLContext:
        """The trust and the client certificate for a connection."""
        context = ssl.create_default_context(cadata=_text(self.authority, "certificate-authority"))
        if self.authority.get("insecure-skip-tls-verify"):
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            urllib3.disable_warnings(urllib3.exceptions.InsecureRequestWarning)
        certificate = _text(self.user, "client-certificate")
        if certificate:
            with tempfile.NamedTemporaryFile("w", suffix=".pem") as pair:
                pair.write(certificate + "\n" + (_text(self.user, "client-key") or ""))
                pair.flush()
                context.load_cert_chain(pair.name)
        return context

    def headers(self) -> dict[str, str]:
        """The bearer token, where the user has one."""
        token = self.user.get("token")
        return {"Authorization": f"Bearer {token}"} if token else {}


def parsed(text: str) -> Properties:
    """A kubeconfig given as its contents or as a path to them."""
    found = _document(text)
    if isinstance(found, str):
        path = Path(found).expanduser()
        found = _document(path.read_text()) if path.is_file() else None
    return found if isinstance(found, dict) else {}


def active(config: Properties, context: str = "", cluster: str = "") -> Properties:
    """The cluster entry that a kubeconfig points at, its name left out."""
    chosen = _entry(config, "context", context or str(config.get("current-context") or ""))
    return _entry(config, "cluster", cluster or str(chosen.get("cluster") or ""))


def cluster(config: Properties, context: str = "", name: str = "") -> Cluster:
    """The API server to talk to, refused unless it is on loopback."""
    chosen = _entry(config, "context", context or str(config.get("current-context") or ""))
    authority = active(config, context, name)
    server = str(authority.get("server") or "")
    if not on_loopback(server):
        raise Refusal(
            f"the stand-in for the Kubernetes plugin serves only simulated clusters on loopback, "
            f"not {server or 'a kubeconfig without a server'}: install the real plugin"
        )
    user = _entry(config, "user", str(chosen.get("user") or ""))
    return Cluster(server, authority, user, str(chosen.get("namespace") or "default"))


def on_loopback(server: str) -> bool:
    """Whether a server's address is this machine's own and nobody else's."""
    try:
        host = urlsplit(server).hostname or ""
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _document(text: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(text, Loader=loader)
    except yaml.YAMLError as error:
        raise Refusal("the kubeconfig is not YAML") from error


def _entry(config: Properties, kind: str, name: str) -> Properties:
    entries = config.get(f"{kind}s") or []
    found: Properties = next((entry for entry in entries if entry.get("name") == name), {})
    inner = found.get(kind) or {}
    return inner if isinstance(inner, dict) else {}


def _text(entry: Properties, key: str) -> str | None:
    if data := entry.get(f"{key}-data"):
        return base64.b64decode(data).decode()
    return Path(entry[key]).read_text() if entry.get(key) else None
