"""The stand-in on the real engine against the real API server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from simulation.control_plane import ControlPlane
from simulation.plugin.engine import Engine
from simulation.plugin.launcher import on_path
from simulation.plugin.server import started
from tests.simulation.plugin.engine import Protocol, protocol
from tests.simulation.plugin.project import Project
from tests.support.cluster import toolchain

WIDGET = {
    "apiVersion": "apiextensions.k8s.io/v1",
    "kind": "CustomResourceDefinition",
    "metadata": {"name": "widgets.plugin.test"},
    "spec": {
        "group": "plugin.test",
        "scope": "Namespaced",
        "names": {"plural": "widgets", "singular": "widget", "kind": "Widget"},
        "versions": [
            {
                "name": "v1",
                "served": True,
                "storage": True,
                "schema": {
                    "openAPIV3Schema": {
                        "type": "object",
                        "x-kubernetes-preserve-unknown-fields": True,
                    }
                },
            }
        ],
    },
}


@pytest.fixture(scope="session")
def widgets(control_plane: ControlPlane) -> None:
    """A kind that no controller looks after."""
    control_plane.api.apply(WIDGET)


@pytest.fixture
def project(tmp_path: Path, control_plane: ControlPlane) -> Project:
    """A project of its own for each test."""
    binaries = on_path(tmp_path / "tools" / "bin")
    (binaries / "pulumi").symlink_to(toolchain().binary("pulumi"))
    state = tmp_path / "state"
    state.mkdir()
    return Project(state, binaries, control_plane.kubeconfig)


@pytest.fixture
def provider(control_plane: ControlPlane) -> Iterator[Protocol]:
    """The provider, listening, and asked without the engine."""
    server, port = started(Engine())
    found = protocol(port)
    found.configure(control_plane.kubeconfig)
    yield found
    server.stop(0)
