"""One simulated control plane for all tests of a session.

A test that needs a cluster is marked `@pytest.mark.cluster` and asks for `control_plane`. The
first one to ask starts it, in a directory of its own; it ends with pytest, however that ends.
Each test works in a namespace of its own (`namespace`), on nodes it makes itself and deletes
after their pods, and leaves the shared processes as it found them; a test that must kill or stop
something starts a control plane of its own with `started`.
"""

import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from simulation.control_plane import ControlPlane, Parts
from simulation.control_plane.manifest import Manifest, path
from simulation.control_plane.manifest import namespace as namespace_manifest
from simulation.run.needs import parts
from simulation.toolchain.toolchain import Toolchain
from stacks.file import read

ROOT = Path(__file__).parents[2]


@contextmanager
def started(parts: Parts | None = None) -> Iterator[ControlPlane]:
    """A control plane of one's own, gone without a trace afterwards."""
    with tempfile.TemporaryDirectory(prefix="control-plane-") as directory:
        plane = ControlPlane.start(Path(directory), toolchain(), parts or Parts(), _quiet)
        try:
            yield plane
        finally:
            plane.stop()


@cache
def toolchain() -> Toolchain:
    """The tools of this machine, built on first use."""
    return Toolchain()


@pytest.fixture(scope="session")
def control_plane() -> Iterator[ControlPlane]:
    """The control plane that all tests of a session share, configured as for Pulumi.dev.yaml."""
    with started(parts(read(ROOT / "Pulumi.dev.yaml"))) as plane:
        yield plane


@pytest.fixture
def namespace(control_plane: ControlPlane) -> Iterator[str]:
    """A namespace that nobody else uses, with everything in it deleted afterwards."""
    manifest = namespace_manifest(f"test-{uuid.uuid4().hex[:8]}")
    control_plane.api.apply(manifest)
    yield manifest["metadata"]["name"]
    control_plane.api.delete(path(manifest))


def gpu_node(name: str, gpus: int = 8) -> Manifest:
    """A simulated node with GPUs and room for whatever goes with them."""
    room = {"cpu": "96", "memory": "1Ti", "pods": "110", "nvidia.com/gpu": str(gpus)}
    return {
        "apiVersion": "v1",
        "kind": "Node",
        "metadata": {"name": name, "labels": {"kubernetes.io/hostname": name}},
        "status": {"allocatable": room, "capacity": room},
    }


def _quiet(_: str) -> None:
    """What a start reports is for people; a test's failure carries its own reason."""
