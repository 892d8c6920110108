from pathlib import Path

import pytest
import yaml

from simulation.control_plane.kubernetes.stages import KUBELET, kubelet_stages
from simulation.control_plane.manifest import Manifest


@pytest.fixture
def stages(tmp_path: Path) -> dict[str, Manifest]:
    """What becomes of upstream stages; here they are as small as stages can be."""
    for name in KUBELET:
        file = tmp_path / "kustomize" / "stage" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        metadata = {"name": Path(name).stem}
        file.write_text(
            yaml.safe_dump({"kind": "Stage", "metadata": metadata, "spec": {"next": {}}})
        )
    return {stage["metadata"]["name"]: stage for stage in kubelet_stages(tmp_path)}


def test_a_training_job_lasts_as_long_as_its_pod_says(stages: dict[str, Manifest]) -> None:
    delay = stages["pod-complete"]["spec"]["delay"]

    annotation = '.metadata.annotations["pod-complete.stage.kwok.x-k8s.io/delay"]'
    assert delay["durationFrom"] == {"expressionFrom": annotation}
    assert delay["durationMilliseconds"] > 0


def test_a_training_job_lasts_longer_than_other_jobs(stages: dict[str, Manifest]) -> None:
    usual, training = (stages[name]["spec"] for name in ("pod-complete", "training-complete"))

    assert training["delay"]["durationMilliseconds"] > usual["delay"]["durationMilliseconds"]
    assert training["delay"]["durationFrom"] == usual["delay"]["durationFrom"]
    operators = [spec["selector"]["matchExpressions"][-1]["operator"] for spec in (usual, training)]
    assert operators == ["DoesNotExist", "Exists"]


def test_a_model_loads_as_long_as_its_pod_says(stages: dict[str, Manifest]) -> None:
    delay = stages["pod-ready"]["spec"]["delay"]

    annotation = '.metadata.annotations["pod-ready.stage.kwok.x-k8s.io/delay"]'
    assert delay == {"durationMilliseconds": 0, "durationFrom": {"expressionFrom": annotation}}


def test_what_a_stage_does_is_left_as_upstream_wrote_it(stages: dict[str, Manifest]) -> None:
    ours = stages.pop("pod-heard-of-again")
    assert all(stage["spec"]["next"] == {} for stage in stages.values())
    assert ours["kind"] == "Stage"
    assert "delay" not in stages["node-initialize"]["spec"]
