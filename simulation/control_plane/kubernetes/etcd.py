"""The store behind the API server."""

from pathlib import Path

from simulation.control_plane.environment import environment
from simulation.control_plane.process import STORE, Process, flags
from simulation.control_plane.site import Site


def etcd(site: Site, binary: Path) -> Process:
    """One member, on loopback, for holders of the cluster's certificates only.

    Without fsync it is fast, and a killed process still loses nothing: only a machine that
    loses power would.
    """
    own, peer = site.url("etcd"), site.url("etcd-peer")
    tls = {"cert-file": site.certificate("server"), "key-file": site.key("server")}
    trust = {"trusted-ca-file": site.authority, "client-cert-auth": True}
    arguments: dict[str, object] = {
        "name": "simulation",
        "data-dir": site.directory / "etcd",
        "listen-client-urls": own,
        "advertise-client-urls": own,
        "listen-peer-urls": peer,
        "initial-advertise-peer-urls": peer,
        "initial-cluster": f"simulation={peer}",
        "unsafe-no-fsync": True,
        "log-level": "error",
        **tls,
        **trust,
        **{f"peer-{name}": value for name, value in (tls | trust).items()},
    }
    argv = (str(binary), *flags(arguments))
    return Process(name="etcd", argv=argv, env=environment(site), tier=STORE)
