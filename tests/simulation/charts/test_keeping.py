"""What becomes of a chart's kinds when real Helm takes its release away, and of their objects."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from components.helm.spec import KEEP_KINDS
from simulation.charts.kinds import patiently
from simulation.charts.stack import ALONE
from simulation.control_plane import ControlPlane, crds
from tests.support.cluster import started
from tests.support.helm import helm
from tests.support.patience import eventually

ROOT = Path(__file__).parents[3]
QUEUES = "/apis/example.org/v1/queues"
QUEUE = {"apiVersion": "example.org/v1", "kind": "Queue", "metadata": {"name": "online"}}
CRD: dict[str, Any] = {
    "apiVersion": "apiextensions.k8s.io/v1",
    "kind": "CustomResourceDefinition",
    "metadata": {"name": "queues.example.org"},
    "spec": {
        "group": "example.org",
        "names": {"kind": "Queue", "plural": "queues"},
        "scope": "Cluster",
        "versions": [
            {
                "name": "v1",
                "served": True,
                "storage": True,
                "schema": {"openAPIV3Schema": {"type": "object"}},
            }
        ],
    },
}
pytestmark = pytest.mark.cluster


@pytest.fixture(scope="module")
def plane() -> Iterator[ControlPlane]:
    helm()
    with started(ALONE) as made:
        yield made


@pytest.fixture
def chart(tmp_path: Path) -> Path:
    """One that has its CRD among its templates, as Volcano's has."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "Chart.yaml").write_text("{apiVersion: v2, name: queues, version: 1.0.0}\n")
    (tmp_path / "templates" / "queue.yaml").write_text(yaml.safe_dump(CRD))
    return tmp_path


def run(plane: ControlPlane, *arguments: str) -> None:
    where = ["--kubeconfig", str(plane.kubeconfig), "--kube-context", plane.context]
    subprocess.run([str(helm()), *arguments, *where], check=True, capture_output=True)


def test_helm_alone_takes_every_queue_with_the_release(plane: ControlPlane, chart: Path) -> None:
    run(plane, "install", "queues", str(chart))
    patiently(lambda: crds.await_served(plane.api, CRD))
    plane.api.apply(QUEUE)

    run(plane, "uninstall", "queues")

    assert eventually(lambda: plane.api.find(QUEUES) is None)


def test_with_our_mending_queues_outlive_release_and_upgrade(
    plane: ControlPlane, chart: Path
) -> None:
    mended = ["--post-renderer", str(ROOT / KEEP_KINDS)]
    run(plane, "install", "queues", str(chart), *mended)
    patiently(lambda: crds.await_served(plane.api, CRD))
    plane.api.apply(QUEUE)

    (chart / "templates" / "queue.yaml").write_text("")
    run(plane, "upgrade", "queues", str(chart), *mended)
    run(plane, "uninstall", "queues")

    [kept] = plane.api.get(QUEUES)["items"]
    assert kept["metadata"]["name"] == "online"
