"""How a new template replaces the old one."""

from dataclasses import replace

import pytest

from components.model.manifest import inference_service
from tests.components.model.sample import model, placed, predictor


@pytest.mark.parametrize(
    ("rollout", "surge", "strategy"),
    [
        ("{}", False, {"maxSurge": 0, "maxUnavailable": 1}),
        ("{}", True, {"maxSurge": 1, "maxUnavailable": 0}),
        ("{strategy: surge}", False, {"maxSurge": 1, "maxUnavailable": 0}),
        ("{strategy: in_place}", True, {"maxSurge": 0, "maxUnavailable": 1}),
    ],
)
def test_a_rollout_takes_a_spare_gpu_only_where_there_is_one(
    rollout: str, surge: bool, strategy: dict[str, int]
) -> None:
    spec = model(f"rollout: {rollout}")
    made = inference_service("chat", spec, replace(placed(spec), surge=surge))

    assert made["spec"]["predictor"]["deploymentStrategy"]["rollingUpdate"] == strategy


def test_recreate_stops_all_and_then_starts_all() -> None:
    made = predictor("rollout: {strategy: recreate}")

    assert made["deploymentStrategy"] == {"type": "Recreate"}
