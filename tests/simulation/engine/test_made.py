"""The objects that the engine remembers."""

import json
from pathlib import Path

from simulation.engine.made import made, objects

POD = {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}}


def test_they_are_as_they_went_to_the_plugin() -> None:
    inputs = {**POD, "__fieldManager": "pulumi"}

    assert list(objects({"resources": [{"type": "kubernetes:core/v1:Pod", "inputs": inputs}]})) == [
        POD
    ]


def test_providers_components_and_charts_are_no_objects() -> None:
    others = [
        {"type": "pulumi:providers:kubernetes", "inputs": {"kubeconfig": "{}"}},
        {"type": "gpu-inference:model:Model"},
        {"type": "kubernetes:helm.sh/v3:Release", "inputs": {"chart": "kserve"}},
    ]

    assert list(objects({"resources": others})) == []


def test_an_empty_state_has_none() -> None:
    assert list(objects(None)) == []


def test_they_are_read_from_the_engines_own_record(tmp_path: Path) -> None:
    record = tmp_path / "backend" / ".pulumi" / "stacks" / "gpu-inference" / "dev.json"
    record.parent.mkdir(parents=True)
    resources = [{"type": "kubernetes:core/v1:Pod", "inputs": POD}]
    record.write_text(json.dumps({"checkpoint": {"latest": {"resources": resources}}}))

    assert made(tmp_path, "dev") == [POD]
