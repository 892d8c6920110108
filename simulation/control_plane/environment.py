"""The environment every process gets: small, and closed to the network."""

from simulation.control_plane.site import Site

NOWHERE = "http://127.0.0.1:9"
# Two fifths of what an API server computes while it learns its CRDs is collecting garbage;
# twice the default halves that, for a third of a gigabyte.
GARBAGE = "200"


def environment(site: Site, **more: str) -> dict[str, str]:
    """Nothing of the caller's environment, and a proxy that does not exist.

    Go's HTTP clients send everything but loopback to the proxy, so a call to any other address
    is refused at once and never leaves the machine.
    """
    directory = str(site.directory / "temporary")
    closed = {"HTTP_PROXY": NOWHERE, "HTTPS_PROXY": NOWHERE}
    own = {"PATH": "/usr/bin:/bin", "HOME": directory, "TMPDIR": directory, "GOGC": GARBAGE}
    return {**own, **closed, **more}
