"""The JSON form has the documented shape, and its figures are the plan's."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from planning.findings.all import findings
from planning.plan import plan
from planning.report.document import document as module
from planning.report.document.document import document
from planning.spec import SCALES
from stacks.config import StackConfig
from tests.planning.configs import models, repository_stack, stack

SCHEMA = json.loads((Path(module.__file__).with_name("schema.json")).read_text())
TODAY = date(2026, 11, 22)


def written(config: StackConfig) -> dict[str, Any]:
    planned = plan(config)
    found: dict[str, Any] = json.loads(json.dumps(document("s", planned, findings(planned, TODAY))))
    return found


STRANGE = stack(models=models(mystery={"source": "s3://bucket/model"}, off={"stopped": True}))
CONFIGS = [repository_stack("dev"), repository_stack("prod"), STRANGE]


@pytest.mark.parametrize("config", CONFIGS, ids=["dev", "prod", "strange"])
def test_has_the_shape_of_its_schema(config: StackConfig) -> None:
    jsonschema.validate(written(config), SCHEMA)


@pytest.mark.parametrize("config", CONFIGS, ids=["dev", "prod", "strange"])
def test_the_parts_of_a_gpu_sum_to_the_gpu(config: StackConfig) -> None:
    for model in written(config)["models"]:
        if model["fit"]:
            parts = sum(part["gib"] for part in model["fit"]["parts"])
            assert parts == pytest.approx(model["fit"]["gpu_gib"], abs=0.04)


@pytest.mark.parametrize("scale", SCALES)
def test_every_replica_is_on_a_node_or_waits(scale: str) -> None:
    config = repository_stack("prod")
    data = written(config)

    placed = [pod["name"] for node in data["nodes"][scale] for pod in node["pods"]]
    wanted = sum(model["replicas"][scale] * model["nodes"] for model in data["models"])
    wanted += sum(job["workers"][scale] for job in data["jobs"])
    assert len(set(placed)) == len(placed) == wanted - len(data["waiting"][scale])
