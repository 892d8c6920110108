"""What a platform is made of besides its charts."""

from typing import Any

import pytest

from stacks.inference import inference
from stacks.parse import parse
from tests.support.recorder import Recording, record
from tests.support.stack import STACK

DEPLOYMENT = "kubernetes:apps/v1:Deployment"
TAINTER = "gpu-inference:zone-tainter:ZoneTainter"
SERVICE = "kubernetes:serving.kserve.io/v1beta1:InferenceService"


def recorded(**platform: Any) -> Recording:
    config = parse({**STACK, "platform": platform})
    return record(lambda: inference(config))


def test_the_zone_tainter_moves_into_its_own_walled_namespace() -> None:
    made = recorded()

    inputs = made.named("zone-tainter", type=DEPLOYMENT).inputs
    assert inputs["metadata"]["namespace"] == "zone-tainter"
    assert "zone-tainter-default-deny" in made.named("zone-tainter", type=TAINTER).depends_on


def test_no_model_waits_for_the_zone_tainter() -> None:
    [model] = [one for one in recorded() if one.type == SERVICE]

    assert "zone-tainter" not in model.depends_on


@pytest.mark.parametrize("said", [None, "provided"])
def test_a_zone_tainter_that_is_absent_or_somebody_else_s_is_not_made(said: Any) -> None:
    assert TAINTER not in {one.type for one in recorded(zone_tainter=said)}
