"""The store behind the API server."""

from pathlib import Path

from simulation.control_plane.environment import environment
from simulation.control_plane.process import STORE, Process, command
from simulation.control_plane.site import Site


def etcd(site: Site, binary: Path) -> Process:
    """One member, on loopback, for holders of the cluster's certificates only.

    Without fsync it is fast, and a killed process still loses nothing: only a machine that
    loses power would.
    """
    arguments: dict[str, object] = {
        "name": "simulation",
        "data-dir": site.directory / "etcd",
        "unsafe-no-fsync": True,
        "log-level": "error",
    }
    arguments |= _addresses(site.url("etcd"), site.url("etcd-peer")) | _trust(site)
    arguments |= {f"peer-{name}": value for name, value in _trust(site).items()}
    argv = command(binary, arguments)
    return Process(name="etcd", argv=argv, env=environment(site), tier=STORE)


def _addresses(own: str, peer: str) -> dict[str, object]:
    return {
        "listen-client-urls": own,
        "advertise-client-urls": own,
        "listen-peer-urls": peer,
        "initial-advertise-peer-urls": peer,
        "initial-cluster": f"simulation={peer}",
    }


def _trust(site: Site) -> dict[str, object]:
    return {
        "cert-file": site.certificate("server"),
        "key-file": site.key("server"),
        "trusted-ca-file": site.authority,
        "client-cert-auth": True,
    }
