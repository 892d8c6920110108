"""Webhook configurations that call a process on loopback instead of a Service."""

import base64

from simulation.control_plane.manifest import Manifest
from simulation.control_plane.site import Site


def by_url(configuration: Manifest, site: Site, port: str) -> Manifest:
    """An upstream configuration whose Service is replaced by the process that stands in for it."""
    hooks = [_hook_by_url(hook, site, port) for hook in configuration["webhooks"]]
    return configuration | {"webhooks": hooks}


def _hook_by_url(hook: Manifest, site: Site, port: str) -> Manifest:
    return hook | {"clientConfig": client(site, port, hook["clientConfig"]["service"]["path"])}


def client(site: Site, port: str, path: str) -> Manifest:
    """How the API server reaches the webhook at `path`, and whose certificate it trusts."""
    bundle = base64.b64encode(site.authority.read_bytes()).decode()
    return {"url": site.url(port) + path, "caBundle": bundle}
