"""What each stack would ask for, kept beside the code so that a review can read the change.

A golden file says that something changed, never that it is right: each behaviour has a test of its
own. `make golden` refreshes them.
"""

import os
from pathlib import Path

import pytest
import yaml

from stacks.file import read
from stacks.inference import inference
from tests.support.recorder import record

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("stack", ["dev", "prod"])
def test_asks_for_what_it_asked_for(stack: str) -> None:
    config = read(ROOT / f"Pulumi.{stack}.yaml")
    recording = record(lambda: inference(config))
    asked = yaml.safe_dump_all(
        {
            "type": r.type,
            "name": r.name,
            "parent": r.parent,
            "provider": r.provider,
            "after": sorted(r.depends_on),
            "inputs": r.inputs,
        }
        for r in sorted(recording, key=lambda r: (r.type, r.name))
    )

    golden = ROOT / "tests" / "golden" / f"{stack}.yaml"
    if "UPDATE_GOLDEN" in os.environ:
        golden.write_text(asked)
    assert asked == golden.read_text()
