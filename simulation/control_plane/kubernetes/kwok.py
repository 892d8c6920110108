"""The nodes and kubelets, played by KWOK."""

from collections.abc import Sequence
from pathlib import Path

from simulation.control_plane.environment import environment
from simulation.control_plane.files import written_yaml
from simulation.control_plane.manifest import Manifest
from simulation.control_plane.process import Process, command
from simulation.control_plane.site import LOOPBACK, Site

LOST = "simulation.gpu-inference/lost"
"""A node with this label has no kubelet: its lease ends, and Kubernetes does the rest."""

# Addresses reserved for benchmarks (RFC 2544): they belong to nobody and are never called.
POD_ADDRESSES = "198.18.0.1/16"
LEASE_SECONDS = 40


def kwok(site: Site, binary: Path, stages: Sequence[Manifest]) -> Process:
    """Kubelets whose own address is loopback, so that logs and exec never leave the machine."""
    config = site.directory / "config" / "kwok.yaml"
    arguments: dict[str, object] = {
        "kubeconfig": site.kubeconfig("kwok"),
        "config": config,
        "manage-nodes-with-label-selector": f"!{LOST}",
        "node-lease-duration-seconds": LEASE_SECONDS,
        "node-ip": LOOPBACK,
        "node-port": site.port["kwok"],
        "cidr": POD_ADDRESSES,
        "server-address": site.address("kwok"),
        "tls-cert-file": site.certificate("server"),
        "tls-private-key-file": site.key("server"),
    }
    inputs = written_yaml(config, *stages)
    return Process(
        name="kwok", argv=command(binary, arguments), env=environment(site), inputs=inputs
    )
