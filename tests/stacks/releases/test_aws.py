"""What the releases that only AWS needs are told of the stack."""

from typing import Any

import pytest

from stacks.parse import parse
from stacks.releases.all import releases
from tests.support.eks import on_eks

GRACE = "max-graceful-termination-sec"


def waits(**changes: Any) -> int:
    """Seconds that the autoscaler gives a pod to end."""
    made = {one.name: one for one in releases(parse(on_eks(**changes)))}
    return int(made["cluster-autoscaler"].values["extraArgs"][GRACE])


@pytest.mark.parametrize(
    ("model", "least"),
    [
        ({"protection": {"drain_seconds": 900}}, 900),
        ({"mode": "knative", "timeout_seconds": 1800}, 1800),
    ],
    ids=["by its drain", "by its revision's timeout"],
)
def test_the_autoscaler_waits_for_the_slowest_model_of_the_stack(
    model: dict[str, Any], least: int
) -> None:
    slow = {f"models__small__{field}": value for field, value in model.items()}

    assert waits() == 600
    assert waits(**slow) >= least
