"""Spot nodes take only who can bear their two minutes."""

from typing import Any

import pytest

from tests.support.stack import changed, refusals, refused_at

BEARS = {"on_spot": True, "drain_seconds": 100}


def stack(**fields: Any) -> dict[str, Any]:
    """The small model with these fields, on spot nodes."""
    made = changed("node_groups.t4.spot", {})
    made["models"]["small"] |= fields
    return made


def test_a_model_must_say_that_it_can_bear_them() -> None:
    said = refused_at(stack(protection={"drain_seconds": 100}), "models.small.node_group")

    assert "`t4` is bought as spot" in said
    assert "`protection: {on_spot: true}`" in said


def test_a_farewell_is_shorter_than_the_notice() -> None:
    said = refused_at(stack(protection={"on_spot": True}), "models.small.protection.drain_seconds")

    assert said == "a replica may take 140 s to go, a spot node leaves it 120; lower it to 100"


def test_knative_waits_as_long_as_its_requests_may_take() -> None:
    made = stack(protection=BEARS, mode="knative", timeout_seconds=121)

    assert "Knative waits for" in refused_at(made, "models.small.timeout_seconds")


@pytest.mark.parametrize(
    "fields",
    [
        {"protection": BEARS},
        {"preemptable": True, "protection": {"drain_seconds": 100}},
        {"protection": BEARS, "mode": "knative", "timeout_seconds": 120},
    ],
)
def test_accepts_who_can(fields: dict[str, Any]) -> None:
    assert not [p for p in refusals(stack(**fields)) if p.path[:2] == ("models", "small")]
