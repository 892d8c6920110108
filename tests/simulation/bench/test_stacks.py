"""The stacks that are measured are real ones: they are valid, and their models fit."""

import pytest

from planning.plan import plan
from simulation.bench.stacks import stack


@pytest.mark.parametrize("models", [1, 8, 9])
def test_a_stack_of_any_size_is_valid_and_has_a_gpu_for_every_model(models: int) -> None:
    made = stack(models)

    assert len(made.models) == models
    assert plan(made).scales["minimum"].placement.waiting == ()


def test_stopped_models_are_as_many_and_none_runs() -> None:
    made = stack(3, stopped=True)

    assert [spec.stopped for spec in made.models.values()] == [True] * 3
