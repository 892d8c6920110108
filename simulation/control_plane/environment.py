"""The environment every process gets: small, and closed to the network."""

from simulation.control_plane.site import Site

NOWHERE = "http://127.0.0.1:9"


def environment(site: Site, **more: str) -> dict[str, str]:
    """Nothing of the caller's environment, and a proxy that does not exist.

    Go's HTTP clients send everything but loopback to the proxy, so a call to any other address
    is refused at once and never leaves the machine.
    """
    directory = str(site.directory / "temporary")
    closed = {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE}
    return {"PATH": "/usr/bin:/bin", "HOME": directory, "TMPDIR": directory, **closed, **more}
