"""When a Deployment's Pods are worth looking at."""

from typing import Any

import pytest

from simulation.inspection.rollout import complete, settle

DONE: dict[str, Any] = {"observedGeneration": 2, "replicas": 3, "updatedReplicas": 3}


def deployment(status: dict[str, Any], replicas: int = 3) -> dict[str, Any]:
    return {"metadata": {"generation": 2}, "spec": {"replicas": replicas}, "status": status}


def test_it_is_complete_when_every_pod_has_its_present_form() -> None:
    assert complete(deployment(DONE))


def test_one_that_asks_for_no_pods_is_complete_without_any() -> None:
    assert complete(deployment({"observedGeneration": 2}, replicas=0))


@pytest.mark.parametrize(
    "status",
    [
        {},
        {**DONE, "observedGeneration": 1},
        {**DONE, "updatedReplicas": 2},
        {**DONE, "replicas": 4},
    ],
)
def test_it_is_not_complete_while_an_earlier_pod_lives_or_a_new_one_is_missing(
    status: dict[str, Any],
) -> None:
    assert not complete(deployment(status))


def test_settling_looks_until_all_are_complete() -> None:
    looks = iter([[deployment({})], [deployment(DONE)]])

    settle(lambda: next(looks))

    assert next(looks, None) is None


def test_settling_has_patience_and_no_more() -> None:
    looks = 0

    def look() -> list[dict[str, Any]]:
        nonlocal looks
        looks += 1
        return [deployment({})]

    settle(look, seconds=0)

    assert looks == 1
