"""The stand-in on the real engine against the real API server."""

from pathlib import Path

import pytest

from simulation.control_plane import ControlPlane
from simulation.plugin.launcher import on_path
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
